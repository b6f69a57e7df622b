package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class User {
  @Id long id;

  @RenamedColumn(from = "fullName") // error: ambiguous-name
  String displayName;

  @Column(name = "postCode")
  String postCode; // error: ambiguous-name

  String address1Line; // error: ambiguous-name

  @Column(name = "\"lastSeen\"")
  String lastSeen;

  @Column(name = "E_MAIL")
  String mail;
}
