package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.Finding;

/**
 * {@code TABLE users}, which is {@code SELECT * FROM users}.
 *
 * <pre>{@code
 * before: TABLE users
 * after:  SELECT users.id, users.full_name, users.full_name AS display_name FROM users   -- DUAL_WRITE
 * }</pre>
 */
final class TableCommandRewrite implements Rewrite<Finding.TableCommand> {

  @Override
  public void apply(Finding.TableCommand table, Statement statement) {
    if (StarRewrite.needed(table.rte(), statement)) {
      StarRewrite.Shape shape = new StarRewrite.Shape(false, table.counted());
      String columns =
          String.join(
              ", ", StarRewrite.columns(table.rte(), table.rte().aliasText(), shape, statement));
      statement
          .splicer()
          .replace(table.start(), table.start() + "TABLE".length())
          .text("SELECT " + columns + " FROM");
    }
  }
}
