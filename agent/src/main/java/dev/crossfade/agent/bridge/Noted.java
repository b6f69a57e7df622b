package dev.crossfade.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * A driver's object with room for the agent's note. Weaving adds this interface and the field
 * behind it when the class is loaded, so that looking a note up costs a field read and no map.
 */
public interface Noted {

  /** The note, or null. */
  @Nullable Object crossfade$note();

  /** Replaces the note. */
  void crossfade$note(@Nullable Object note);
}
