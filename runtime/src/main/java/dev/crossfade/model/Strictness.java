package dev.crossfade.model;

import java.util.Locale;

/** What the proxy does with a statement that it can not prove. */
public enum Strictness {
  /** It is refused: nothing of it is sent. The default. */
  STRICT,
  /**
   * It is sent as it is and recorded, as long as a backfill can repair what it leaves behind: up to
   * {@link Phase#FALLBACK_READ}, and only if it does not name the new column. Otherwise it is
   * refused as in {@link #STRICT}.
   */
  OBSERVE;

  /** The setting's name, in URLs, properties and files. */
  public static final String PROPERTY = "crossfade.strictness";

  /**
   * Reads a name as people write it, in any case.
   *
   * @param where what the text was read from, for the error
   * @throws CrossfadeException {@code unknown-strictness} if it is neither
   */
  public static Strictness parse(String text, String where) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    for (Strictness strictness : values()) {
      if (strictness.name().equals(name)) {
        return strictness;
      }
    }
    throw new CrossfadeException(
        new Problem(
            "unknown-strictness",
            "\"" + text + "\" does not say how strict to be.",
            where,
            "the proxy either refuses what it can not prove or passes it through",
            "write strict or observe"));
  }
}
