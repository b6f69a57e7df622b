package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A role that has every privilege but one on the column is denied (42501) exactly if the statement
 * uses the column so.
 */
final class PrivilegeOracle implements Oracle {

  @Override
  public Answer ask(Fixture fixture, Session session, Rename rename) throws SQLException {
    String noRead = role(session, rename, "read");
    String noWrite = role(session, rename, "write");
    String all = role(session, rename, "nothing");
    session.connection().commit();
    try {
      String normally = session.tried(fixture, "SET LOCAL ROLE " + all);
      if (normally.startsWith("42")) {
        return null;
      }
      boolean read = session.tried(fixture, "SET LOCAL ROLE " + noRead).equals("42501");
      boolean written = session.tried(fixture, "SET LOCAL ROLE " + noWrite).equals("42501");
      return new Answer(read, written, null, Set.of());
    } finally {
      session.connection().rollback();
    }
  }

  /** A role that may do everything to the rename's table but read, or write, its old column. */
  private static String role(Session session, Rename rename, String withheld) throws SQLException {
    String role =
        "lacks_%s_%x".formatted(withheld, (session.schema.name() + rename.tracked()).hashCode());
    String key = session.database() + " " + role;
    if (session.roles().add(key)) {
      try (Statement statement = session.connection().createStatement()) {
        boolean exists;
        try (ResultSet row =
            statement.executeQuery("SELECT FROM pg_roles WHERE rolname = '" + role + "'")) {
          exists = row.next();
        }
        statement.execute(
            (exists ? "" : "CREATE ROLE " + role + ";\n")
                + grants(session, rename, withheld, role));
        session.connection().commit();
      }
    }
    return role;
  }

  private static String grants(Session session, Rename rename, String withheld, String role) {
    StringBuilder sql = new StringBuilder();
    sql.append(
        """
        DO $x$ DECLARE ns text; v text; BEGIN
          FOR ns IN SELECT quote_ident(nspname) FROM pg_namespace
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
            EXECUTE 'GRANT ALL ON SCHEMA ' || ns || ' TO %1$s';
            EXECUTE 'GRANT ALL ON ALL TABLES IN SCHEMA ' || ns || ' TO %1$s';
            EXECUTE 'GRANT ALL ON ALL SEQUENCES IN SCHEMA ' || ns || ' TO %1$s';
          END LOOP;
          IF current_setting('server_version_num')::int >= 150000 THEN
            FOR v IN SELECT oid::regclass::text FROM pg_class c WHERE relkind = 'v'
                AND relnamespace = 'public'::regnamespace LOOP
              EXECUTE 'ALTER VIEW ' || v || ' SET (security_invoker = true)';
            END LOOP;
          END IF;
        END $x$;
        """
            .formatted(role));
    List<String> tables = new ArrayList<>();
    tables.add(rename.table().toString());
    for (String reached : session.catalog().reaching(rename.table())) {
      if (!reached.startsWith("doc_") && !reached.equals("brief")) {
        tables.add(reached);
      }
    }
    for (String table : tables) {
      sql.append(Setting.withhold(table, Set.of(rename.oldColumn()), role));
      String column = Identifier.quote(rename.oldColumn());
      String back =
          switch (withheld) {
            case "read" -> "INSERT (%1$s), UPDATE (%1$s)";
            case "write" -> "SELECT (%1$s)";
            default -> "SELECT (%1$s), INSERT (%1$s), UPDATE (%1$s)";
          };
      sql.append("GRANT ").append(back.formatted(column));
      sql.append(" ON ").append(table).append(" TO ").append(role).append(";\n");
    }
    return sql.toString();
  }
}
