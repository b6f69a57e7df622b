package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;

/**
 * One way of changing a statement: it turns one kind of finding into edits, or refuses. Stateless;
 * registered in {@link Rewrites}.
 */
interface Rewrite<F extends Finding> {

  /**
   * Adds the edits for {@code finding}.
   *
   * @throws dev.crossfade.model.CrossfadeException a {@link Refusal} if the result could not be
   *     proven
   */
  void apply(F finding, Statement statement);
}
