package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(name = "users", indexes = @Index(columnList = "full_name, email DESC, birthDay"))
class User { // error: unknown-column did you mean display_name
  @Id long id;

  @RenamedColumn(from = "full_name")
  String displayName;

  String email;
  String birthDay;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"id", "emial"}))
class Account { // error: unknown-column did you mean email
  @Id long id;

  @RenamedColumn(from = "mail")
  String email;
}

@Entity
@Table(indexes = @Index(columnList = "zip"))
class Town { // error: unknown-column
  @Id long id;

  @RenamedColumn(from = "title")
  String name;
}
