package dev.crossfade.processor.read;

import dev.crossfade.processor.model.Entity;

/** What reading a class gave. */
public sealed interface Reading {

  /** It has no column in transition. */
  record NoEntity() implements Reading {}

  /** A type that it needs does not exist yet; another processor may still write it. */
  record Unresolved() implements Reading {}

  /** It has one. */
  record Read(Entity entity) implements Reading {}
}
