package dev.crossfade.compatibility.spring.jpa.v2;

import dev.crossfade.compatibility.spring.jpa.PersonEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "people")
public class PersonOfV2 extends PersonEntity {

  @Column(name = "display_name")
  public String name;

  @Override
  public String name() {
    return name;
  }

  @Override
  public void rename(String newName) {
    name = newName;
  }
}
