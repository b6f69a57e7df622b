package dev.crossfade.compatibility.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Its table has a {@code display_name} of its own, which is in no transition. */
@Entity
@Table(name = "teams")
public class Team {

  @Id public Long id;

  public String name;

  @Column(name = "display_name")
  public String displayName;

  public String displayName() {
    return displayName;
  }
}
