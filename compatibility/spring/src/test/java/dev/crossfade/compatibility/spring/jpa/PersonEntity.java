package dev.crossfade.compatibility.spring.jpa;

import dev.crossfade.compatibility.Person;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/** What both versions map alike. */
@MappedSuperclass
public abstract class PersonEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "people")
  @SequenceGenerator(name = "people", sequenceName = "people_seq", allocationSize = 10)
  public Long id;

  public String email;
  public int age;
  @Version public Integer version;

  public abstract String name();

  public abstract void rename(String name);

  final Person toPerson() {
    return new Person(id, name(), email, age, version);
  }
}
