package dev.crossfade.rewrite;

import org.jspecify.annotations.Nullable;

/**
 * A statement as it goes to the server. Immutable (nobody writes to {@link #parameterSources}).
 *
 * @param sql the text to execute; the application's own String object if nothing changed
 * @param parameterSources for each {@code ?} of {@link #sql}, in order, the application's {@code ?}
 *     (from 0) that it is bound from; null if they are the same, one to one
 * @param parameterCount how many {@code ?} the application's text has
 * @param writesBoth whether the statement writes both columns of a transition
 * @param labels for the statement's result: whether a tracked column's name appears only through
 *     rewriting, in which case an updatable result set can not be
 */
public record Rewritten(
    String sql,
    int @Nullable [] parameterSources,
    int parameterCount,
    boolean writesBoth,
    boolean labels) {

  /** The statement passed through, byte for byte. */
  public static Rewritten unchanged(String sql) {
    return new Rewritten(sql, null, -1, false, false);
  }

  /** Whether the text is the application's own. */
  public boolean isUnchanged(String original) {
    return sql == original;
  }
}
