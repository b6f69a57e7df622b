package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class User {
  @Id long id;
  String displayName;

  @RenamedColumn(from = "full_name") // error: mixed-access
  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }
}
