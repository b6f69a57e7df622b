package dev.crossfade.compatibility.hibernate;

import dev.crossfade.compatibility.Person;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.util.List;

/** What both versions map alike. */
@MappedSuperclass
public abstract class PersonEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "people")
  @SequenceGenerator(name = "people", sequenceName = "people_seq", allocationSize = 10)
  public Long id;

  @Column(nullable = false, length = 100)
  public String email;

  public int age;

  @Version public int version;

  public String city;

  @ManyToOne(fetch = FetchType.LAZY)
  public Team team;

  public abstract String name();

  public abstract void rename(String name);

  public abstract List<? extends NoteEntity> notes();

  /** By a method, which a proxy of Hibernate's answers. */
  public Team team() {
    return team;
  }

  final Person toPerson() {
    return new Person(id, name(), email, age, version);
  }
}
