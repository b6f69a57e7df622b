package dev.crossfade.processor.model;

/** Where an entity's mapping stands. */
public enum Access {
  /** On a record's components. */
  COMPONENT,
  /** On fields. */
  FIELD,
  /** On getters (JPA property access). */
  PROPERTY
}
