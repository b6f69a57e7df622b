package dev.crossfade.gate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One reason to hold, for the person who must act. Holds names, times and normalised SQL, never a
 * value of a row. Immutable.
 *
 * @param message one sentence
 * @param where the instance, call site, file or object
 * @param why what would go wrong
 * @param remedy the next thing to do or type
 * @param facts the same for a program, in a stable order; values are texts or numbers
 */
public record Reason(
    String message, String where, String why, String remedy, Map<String, Object> facts) {

  public Reason {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  Reason(String message, String where, String why, String remedy) {
    this(message, where, why, remedy, Map.of());
  }
}
