package dev.crossfade.compatibility.hibernate.v2;

import dev.crossfade.compatibility.hibernate.PersonEntity;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "people")
@Inheritance
@DiscriminatorColumn(name = "kind", length = 20)
@DiscriminatorValue("PERSON")
public class Person extends PersonEntity {

  @Column(name = "display_name", length = 100)
  public String name;

  @OneToMany(mappedBy = "person")
  @OrderBy("id")
  public List<Note> notes = new ArrayList<>();

  @Override
  public String name() {
    return name;
  }

  @Override
  public void rename(String newName) {
    name = newName;
  }

  @Override
  public List<Note> notes() {
    return notes;
  }
}
