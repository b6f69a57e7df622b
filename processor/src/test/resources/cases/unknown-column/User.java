package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

@Entity
@Table(
    name = "users",
    indexes = {@Index(columnList = "full_name, id DESC"), @Index(columnList = "email")},
    uniqueConstraints = @UniqueConstraint(columnNames = {"id", "emial"}))
class User { // error: unknown-column
  @Id long id;

  @RenamedColumn(from = "full_name")
  String displayName;

  String email;
}
