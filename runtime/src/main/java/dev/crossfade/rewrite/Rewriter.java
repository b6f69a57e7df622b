package dev.crossfade.rewrite;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.sql.Catalog;

/**
 * Rewrites an application's statement for the phases of a moment, or refuses it. A statement that
 * touches no tracked column comes back as the same String object. Stateless; safe for use by
 * several threads; does not cache.
 */
public final class Rewriter {

  /**
   * Rewrites {@code sql}.
   *
   * @throws CrossfadeException with the part that could not be proven and what to do; nothing was
   *     sent to the server
   */
  public Rewritten rewrite(String sql, PhaseSnapshot phases, Catalog catalog) {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Whether {@code sql} can not touch a table in transition, told by a scan without parsing: false
   * means "maybe".
   */
  public boolean cannotTouch(String sql, PhaseSnapshot phases, Catalog catalog) {
    throw new UnsupportedOperationException("not yet");
  }
}
