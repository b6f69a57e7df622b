package dev.crossfade.jdbc;

import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.rewrite.Rewriter;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.rewrite.Updatable;
import dev.crossfade.sql.Catalog;
import org.jspecify.annotations.Nullable;

/** What the proxy asks of the {@link Rewriter}; tests put a small one of their own here. */
interface Rewriting {

  Rewritten rewrite(String sql, PhaseSnapshot phases, Catalog catalog);

  /** As {@link #rewrite} for a result that the driver may update, or null if that holds. */
  default @Nullable Updatable rewriteUpdatable(String sql, PhaseSnapshot phases, Catalog catalog) {
    return null;
  }

  /** Must not depend on the phase: a statement keeps the answer for its lifetime. */
  boolean cannotTouch(String sql, PhaseSnapshot phases, Catalog catalog);

  static Rewriting real() {
    Rewriter rewriter = new Rewriter();
    return new Rewriting() {
      @Override
      public Rewritten rewrite(String sql, PhaseSnapshot phases, Catalog catalog) {
        return rewriter.rewrite(sql, phases, catalog);
      }

      @Override
      public @Nullable Updatable rewriteUpdatable(
          String sql, PhaseSnapshot phases, Catalog catalog) {
        return rewriter.rewriteUpdatable(sql, phases, catalog);
      }

      @Override
      public boolean cannotTouch(String sql, PhaseSnapshot phases, Catalog catalog) {
        return rewriter.cannotTouch(sql, phases, catalog);
      }
    };
  }
}
