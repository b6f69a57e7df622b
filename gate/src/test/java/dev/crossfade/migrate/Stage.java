package dev.crossfade.migrate;

import dev.crossfade.model.Rename;
import dev.crossfade.server.Database;
import dev.crossfade.server.OneDatabase;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A database of its own, the users.full_name rename, and what the commands told. */
final class Stage implements Progress {

  /** Gives up within seconds, so that a test of giving up is short. */
  static final DdlPolicy IMPATIENT =
      new DdlPolicy(
          Duration.ofMillis(700),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          3,
          Duration.ofSeconds(20));

  /** Short attempts, many of them. */
  static final DdlPolicy STUBBORN =
      new DdlPolicy(
          Duration.ofMillis(300),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMillis(20),
          Duration.ofMillis(50),
          1_000,
          Duration.ofSeconds(60));

  final Postgres postgres = OneDatabase.emptied();
  final List<String> told = new CopyOnWriteArrayList<>();
  final Rename rename;

  Stage(String rename) {
    this.rename = Spelling.parse(rename);
  }

  /** {@code users(id, full_name, email)} with {@code rows} rows. */
  static Stage users(int rows) {
    Stage stage = new Stage("users.full_name:display_name");
    stage.run(
        "CREATE TABLE users (id bigint PRIMARY KEY, full_name text, email text);"
            + "INSERT INTO users SELECT i, 'name ' || i, i || '@acme.com' FROM generate_series(1, "
            + rows
            + ") i; ANALYZE users");
    return stage;
  }

  Database database() {
    return Database.of(postgres.url(), null, null);
  }

  Expand.Result expand() {
    return new Expand(database(), rename, false).run(IMPATIENT, this);
  }

  Backfill.Result backfill() {
    return new Backfill(database(), rename).run(BackfillPolicy.DEFAULT, this);
  }

  Verify.Result verify() {
    return new Verify(database(), rename, 0).run(this);
  }

  Stage run(String sql) {
    postgres.run(sql);
    return this;
  }

  /** The first column of every row. */
  List<String> query(String sql) {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String one(String sql) {
    return query(sql).get(0);
  }

  @Override
  public void line(String text) {
    told.add(text);
  }

  @Override
  public void live(String text) {}
}
