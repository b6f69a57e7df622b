package dev.crossfade.compatibility.spring.data.v1;

import dev.crossfade.compatibility.spring.data.PersonRow;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

@Table("people")
public class PersonOfV1 extends PersonRow {

  @Column("full_name")
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
