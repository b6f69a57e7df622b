package dev.crossfade.compatibility.hibernate;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What both versions map alike. */
@MappedSuperclass
public abstract class NoteEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public abstract String text();

  public abstract PersonEntity person();
}
