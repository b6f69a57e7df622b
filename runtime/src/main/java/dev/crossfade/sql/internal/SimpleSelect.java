package dev.crossfade.sql.internal;

import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_sublistContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;

/**
 * A query of plain columns of one table, each row of which is a row of that table: {@code SELECT
 * id, full_name FROM users u WHERE … ORDER BY …}.
 *
 * @param table where its table starts
 * @param listEnd where its list of columns ends
 */
public record SimpleSelect(int table, int listEnd) {

  /** The simple query that {@code statement} is, or null. */
  public static @Nullable SimpleSelect of(StatementContext statement) {
    Select_stmtContext select =
        statement.data_statement() == null ? null : statement.data_statement().select_stmt();
    if (select == null || select.with_clause() != null) {
      return null;
    }
    Select_primaryContext primary = select.select_ops().select_primary();
    if (primary == null
        || primary.select_list() == null
        || primary.into_table() != null
        || primary.set_qualifier() != null
        || primary.groupby_clause() != null
        || primary.HAVING() != null
        || primary.WINDOW() != null
        || primary.from_item().size() != 1) {
      return null;
    }
    From_primaryContext table = primary.from_item(0).from_primary();
    if (table == null || table.schema_qualified_name() == null) {
      return null;
    }
    for (Select_sublistContext item : primary.select_list().select_sublist()) {
      if (!isColumns(item)) {
        return null;
      }
    }
    return new SimpleSelect(ParsedSql.start(table), ParsedSql.end(primary.select_list()));
  }

  /** Whether the item is a column, {@code *} or {@code u.*}, and not computed. */
  private static boolean isColumns(Select_sublistContext item) {
    Value_expression_primaryContext value = item.vex().value_expression_primary();
    return Queries.isStar(item)
        || item.vex().getChildCount() == 1 && value != null && value.indirection_var() != null;
  }
}
