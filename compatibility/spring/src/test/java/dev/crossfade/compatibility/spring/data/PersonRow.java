package dev.crossfade.compatibility.spring.data;

import dev.crossfade.compatibility.Person;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** What both versions map alike. */
public abstract class PersonRow {

  @Id public Long id;
  public String email;
  public int age;
  @Version public Integer version;

  public abstract String name();

  public abstract void rename(String name);

  final Person toPerson() {
    return new Person(id, name(), email, age, version);
  }
}
