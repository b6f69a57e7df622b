package shop;

import dev.crossfade.annotation.RenamedColumn;

class User {
  long id;

  @RenamedColumn(from = "full_name")
  private String displayName; // error: unreachable-field did you mean setDisplyName

  private String email; // error: unreachable-field

  final String city = "Rome"; // error: unreachable-field

  private String name; // error: unreachable-field

  String getDisplayName() {
    return displayName;
  }

  void setDisplyName(String name) {
    displayName = name;
  }

  private String getEmail() {
    return email;
  }

  void setName(Object name) {
    this.name = name.toString();
  }

  String name() {
    return name;
  }
}
