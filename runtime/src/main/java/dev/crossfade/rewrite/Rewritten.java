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
 * @param touches whether it touches a table in transition at all, rewritten or not; an updatable
 *     result of such a statement would write one column only
 */
public record Rewritten(
    String sql,
    int @Nullable [] parameterSources,
    int parameterCount,
    boolean writesBoth,
    boolean touches) {

  /** The statement passed through, byte for byte. */
  public static Rewritten unchanged(String sql) {
    return new Rewritten(sql, null, -1, false, false);
  }

  /** Whether the text is the application's own. */
  @SuppressWarnings("ReferenceEquality") // The same object says so without comparing text.
  public boolean isUnchanged(String original) {
    return sql == original;
  }
}
