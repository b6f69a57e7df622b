package dev.crossfade.proof;

import dev.crossfade.model.Rename;
import dev.crossfade.sql.UsageKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The columns that PostgreSQL records a view over the query to depend on (pg_depend). A whole row
 * is recorded as the table only, which every query over it is.
 */
final class ViewOracle implements Oracle {

  private static final String DEPENDS =
      """
      WITH RECURSIVE family (oid) AS (
        SELECT ?::regclass::oid
        UNION SELECT i.inhrelid FROM family JOIN pg_inherits i ON i.inhparent = family.oid)
      SELECT count(*) FROM pg_depend d
      JOIN pg_rewrite r ON r.oid = d.objid AND d.classid = 'pg_rewrite'::regclass
      JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE r.ev_class = 'asked_view'::regclass AND d.refclassid = 'pg_class'::regclass
        AND d.refobjid IN (SELECT oid FROM family) AND a.attname = ?
      """;

  @Override
  public Answer ask(Fixture fixture, Session session, Rename rename) throws SQLException {
    String sql = withLiterals(fixture.statements());
    if (sql == null || sql.contains(";")) {
      return null;
    }
    Savepoint start = session.connection().setSavepoint();
    try (Statement statement = session.connection().createStatement()) {
      for (String line : fixture.statements().setup()) {
        statement.execute(line);
      }
      List<String> names = new ArrayList<>();
      for (int i = columns(session, sql); i > 0; i--) {
        names.add("c" + i);
      }
      String list = names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
      statement.execute("CREATE TEMPORARY VIEW asked_view" + list + " AS " + sql);
      boolean read = depends(session, rename);
      return new Answer(read, null, null, Set.of(UsageKind.WHOLE_ROW, UsageKind.POSSIBLE));
    } catch (SQLException noView) {
      return null;
    } finally {
      session.connection().rollback(start);
    }
  }

  private static boolean depends(Session session, Rename rename) throws SQLException {
    try (PreparedStatement query = session.connection().prepareStatement(DEPENDS)) {
      query.setString(1, Setting.qualified(rename.table()));
      query.setString(2, rename.oldColumn());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1) > 0;
      }
    }
  }

  private static int columns(Session session, String sql) throws SQLException {
    try (PreparedStatement query = session.connection().prepareStatement(sql)) {
      ResultSetMetaData columns = query.getMetaData();
      return columns == null ? 0 : columns.getColumnCount();
    }
  }

  /** The text with what is bound written into it; null if its question marks are not all that. */
  private static String withLiterals(Statements statements) {
    String[] parts = statements.sql().split("\\?", -1);
    if (parts.length != statements.parameters().size() + 1) {
      return null;
    }
    StringBuilder sql = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      sql.append(literal(statements.parameters().get(i - 1))).append(parts[i]);
    }
    return sql.toString();
  }

  private static String literal(Parameter parameter) {
    String type = parameter.type().equals("unknown") ? "" : "::" + parameter.type();
    if (parameter.value() == null) {
      return "NULL" + type;
    }
    String value =
        parameter.type().endsWith("[]")
            ? "{" + parameter.value().replace("|", ",") + "}"
            : parameter.value();
    return "'" + value.replace("'", "''") + "'" + type;
  }
}
