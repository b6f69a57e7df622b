package dev.crossfade.sql.internal;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Conflict_objectContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Index_columnContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_identifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_varContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_columnsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Merge_updateContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_colsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_setContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/** Reads the column lists of writes. */
public final class Targets {

  private Targets() {}

  /** The columns of an INSERT, or null if it has no list. */
  public static @Nullable List<String> of(ParsedSql sql, @Nullable Insert_columnsContext list) {
    return list == null ? null : names(sql, list.indirection_identifier());
  }

  /** The columns of a COPY, or null if it has no list. */
  public static @Nullable List<String> of(ParsedSql sql, Table_colsContext table) {
    if (table.columns() == null) {
      return null;
    }
    List<String> columns = new ArrayList<>();
    for (var identifier : table.columns().identifier()) {
      columns.add(sql.name(identifier));
    }
    return columns;
  }

  /** The columns that one SET item assigns. */
  public static List<String> columns(ParsedSql sql, ParserRuleContext item) {
    return names(sql, targets(item));
  }

  /** The targets of one SET item. */
  public static List<Indirection_identifierContext> targets(ParserRuleContext item) {
    return item instanceof Update_setContext set ? set.column : ((Merge_updateContext) item).column;
  }

  /** The bare columns of ON CONFLICT's inference clause. */
  public static List<String> inferred(ParsedSql sql, Conflict_objectContext conflict) {
    List<String> columns = new ArrayList<>();
    if (conflict.index_columns() != null) {
      for (Index_columnContext column : conflict.index_columns().index_column()) {
        Indirection_varContext name = bare(column);
        if (name != null) {
          columns.add(sql.name(name.identifier()));
        }
      }
    }
    return columns;
  }

  /** The bare name that an index column is, or null. */
  public static @Nullable Indirection_varContext bare(Index_columnContext column) {
    VexContext name = column.column;
    while (name.collate_identifier() != null) {
      name = name.vex(0);
    }
    return Expressions.bareName(name);
  }

  /** The constraint of ON CONFLICT ON CONSTRAINT, or null. */
  public static @Nullable String constraint(ParsedSql sql, Conflict_objectContext conflict) {
    return conflict.identifier() == null ? null : sql.name(conflict.identifier());
  }

  private static List<String> names(ParsedSql sql, List<Indirection_identifierContext> targets) {
    List<String> columns = new ArrayList<>();
    for (Indirection_identifierContext target : targets) {
      columns.add(sql.name(target.identifier()));
    }
    return columns;
  }
}
