package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_name_nontypeContext;

/** Reads {@code schema.name} in its several grammar rules. */
public final class QualifiedNames {

  private QualifiedNames() {}

  /**
   * The table named; a database part before the schema, which must be the current one, is left out.
   */
  public static TableName table(ParsedSql sql, Schema_qualified_nameContext name) {
    int parts = name.identifier_reserved().size();
    if (parts == 0) {
      return new TableName(null, sql.name(name.identifier()));
    }
    String last = sql.name(name.identifier_reserved(parts - 1));
    String schema =
        parts == 1 ? sql.name(name.identifier()) : sql.name(name.identifier_reserved(parts - 2));
    return new TableName(schema, last);
  }

  /** The text of the name's last part. */
  static String lastText(ParsedSql sql, Schema_qualified_nameContext name) {
    int parts = name.identifier_reserved().size();
    return parts == 0 ? sql.text(name.identifier()) : sql.text(name.identifier_reserved(parts - 1));
  }

  /** The last part of a function's name. */
  public static String lastPart(ParsedSql sql, Schema_qualified_name_nontypeContext name) {
    return name.identifier_reserved_nontype() != null
        ? sql.name(name.identifier_reserved_nontype())
        : sql.name(name.identifier_nontype());
  }
}
