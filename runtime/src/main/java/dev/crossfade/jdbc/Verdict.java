package dev.crossfade.jdbc;

import org.jspecify.annotations.Nullable;

/** What is known of a text before it is parsed, and what it was rewritten to last. Thread-safe. */
final class Verdict {

  /** The statement goes to the driver as it is and nothing has to be done afterwards. */
  static final Verdict PASS = new Verdict("", false, 0);

  private final boolean touches;
  private final int effects;
  private final boolean escapes;
  private final boolean backslashes;

  /**
   * The last answer of {@link Session#write}, whoever asked: sessions that stand in one place find
   * it without a look into a map. Immutable, so that a race loses an answer at worst.
   */
  @Nullable Written last;

  private Verdict(String sql, boolean touches, int effects) {
    this.touches = touches;
    this.effects = effects;
    this.escapes = sql.indexOf('{') >= 0;
    this.backslashes = sql.indexOf('\\') >= 0;
  }

  static Verdict of(String sql, boolean touches, int effects) {
    return touches || effects != 0 ? new Verdict(sql, touches, effects) : PASS;
  }

  @SuppressWarnings("ReferenceEquality") // There is one PASS.
  boolean passes() {
    return this == PASS;
  }

  /** Whether the text may touch a table in transition, in any phase. */
  boolean touches() {
    return touches;
  }

  /** What executing it may do to the session, see {@link Effects}. */
  int effects() {
    return effects;
  }

  /** Whether the text may hold a JDBC escape. */
  boolean escapes() {
    return escapes;
  }

  /** Whether the text's meaning may depend on a setting of the session. */
  boolean backslashes() {
    return backslashes;
  }
}
