package dev.crossfade.proof;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.sql.Catalog;

/** What is on trial: the rewriter, or a stand-in that tries the harness. */
interface Rewriting {

  Rewritten rewrite(String sql, PhaseSnapshot phases, Catalog catalog);
}
