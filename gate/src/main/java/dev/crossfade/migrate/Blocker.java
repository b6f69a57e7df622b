package dev.crossfade.migrate;

import dev.crossfade.server.ServerError;
import dev.crossfade.sql.Analyzer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A session that another one waits for. Immutable.
 *
 * @param pid its backend
 * @param user who it is
 * @param application its application name
 * @param state {@code active}, {@code idle in transaction}, …
 * @param age how long its transaction has lasted
 * @param shape its query without literals
 */
public record Blocker(
    int pid, String user, String application, String state, Duration age, String shape) {

  private static final Analyzer NORMALIZER = new Analyzer(List.of());

  /** The query without literals; the server cuts long ones off, so that a quote may never close. */
  static String shape(String query) {
    String normal = NORMALIZER.analyze(query).normalizedSql();
    return normal.length() > 160 ? normal.substring(0, 160) + "…" : normal;
  }

  /** Who {@code pid} waits for now; empty if it does not wait. */
  static List<Blocker> of(Connection connection, int pid) {
    List<Blocker> blockers = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            SELECT a.pid, COALESCE(a.usename, ''), COALESCE(a.application_name, ''),
                   COALESCE(a.state, a.backend_type, ''),
                   CAST(COALESCE(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start), 0)
                        * 1000 AS bigint),
                   COALESCE(a.query, '')
            FROM pg_catalog.pg_stat_activity a
            WHERE a.pid = ANY (pg_catalog.pg_blocking_pids(?))
            ORDER BY a.xact_start NULLS LAST
            """)) {
      query.setInt(1, pid);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          blockers.add(
              new Blocker(
                  row.getInt(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  Duration.ofMillis(row.getLong(5)),
                  shape(row.getString(6))));
        }
      }
    } catch (SQLException e) {
      throw ServerError.problem(e, "pg_stat_activity");
    }
    return blockers;
  }

  /** {@code pid 4711 (app, psql), idle in transaction for 312 s: SELECT …}. */
  String describe() {
    return "pid "
        + pid
        + " ("
        + user
        + (application.isEmpty() ? "" : ", " + application)
        + "), "
        + state
        + ", transaction open for "
        + age.toSeconds()
        + " s: "
        + shape;
  }
}
