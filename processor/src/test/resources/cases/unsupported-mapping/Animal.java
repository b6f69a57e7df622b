package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;

@Entity
@Inheritance
class Animal { // error: unsupported-mapping
  @Id long id;

  @RenamedColumn(from = "a")
  String b;
}

@Entity
class Dog extends Animal { // error: unsupported-mapping
  @RenamedColumn(from = "c")
  String d;
}

@Entity
class Cat extends Animal {
  String purr;
}
