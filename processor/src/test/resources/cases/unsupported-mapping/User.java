package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

@Entity
class User {
  @Id long id;

  @RenamedColumn(from = "full_name")
  String displayName;

  @ManyToOne
  User boss; // error: unsupported-mapping

  @Version
  int version; // error: unsupported-mapping
}
