package shop;

import dev.crossfade.annotation.RenamedColumn;

class User { // error: no-constructor
  long id;

  @RenamedColumn(from = "full_name")
  String displayName;

  User(long id) {
    this.id = id;
  }
}
