package dev.crossfade.proof;

import dev.crossfade.rewrite.Rewritten;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What running a statement once did.
 *
 * @param sent the text that went to the server; null if it was refused
 * @param refusal the id with which it was refused, or null
 * @param results its results
 * @param sqlState the error's SQLSTATE, or null
 * @param error the error's message, or null
 * @param before what the tables held
 * @param after what they held then
 * @param witnessed in a reference, the rows whose tracked column an UPDATE set
 */
record Outcome(
    @Nullable Rewritten sent,
    @Nullable String refusal,
    List<Result> results,
    @Nullable String sqlState,
    @Nullable String error,
    Stored before,
    Stored after,
    Set<String> witnessed) {

  /** Whether it did anything that could be compared. */
  boolean isVoid() {
    return sqlState == null && results.stream().allMatch(result -> result.size() == 0);
  }
}
