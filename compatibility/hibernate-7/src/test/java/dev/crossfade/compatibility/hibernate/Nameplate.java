package dev.crossfade.compatibility.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An embeddable whose one column the versions name. */
@Embeddable
public class Nameplate {

  @Column public String name;

  @Column(name = "badge")
  public String badge;
}
