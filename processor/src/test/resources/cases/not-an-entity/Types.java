package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Embeddable;

interface Named { // error: not-an-entity
  @RenamedColumn(from = "full_name")
  String getDisplayName();
}

enum Kind { // error: not-an-entity
  SMALL;

  @RenamedColumn(from = "full_name")
  String displayName;
}

@Embeddable
record Address(@RenamedColumn(from = "town") String city) {} // error: not-an-entity
