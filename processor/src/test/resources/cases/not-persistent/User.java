package shop;

import dev.crossfade.annotation.RenamedColumn;

class User {
  long id;

  @RenamedColumn(from = "full_name") // error: not-persistent
  static String displayName;

  @RenamedColumn(from = "mail") // error: not-persistent
  transient String email;

  @RenamedColumn(from = "town") // error: not-persistent
  @jakarta.persistence.Transient
  String city;

  @RenamedColumn(from = "label") // error: not-persistent
  String label() {
    return email;
  }
}
