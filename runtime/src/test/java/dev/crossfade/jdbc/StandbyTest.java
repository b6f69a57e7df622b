package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A primary and a standby that streams from it, behind one address: it lags, and it takes over. */
@Timeout(120)
class StandbyTest {

  @TempDir Path directory;

  private EmbeddedPostgres primary;
  private EmbeddedPostgres standby;
  private TcpSwitch address;
  private final Phases phases = Users.phases(Phase.BEFORE);
  private DataSource dataSource;

  @BeforeEach
  void replicate() throws Exception {
    primary =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("primary"))
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "on")
            .start();
    run(primary, "CREATE TABLE users (id int PRIMARY KEY, full_name text)");
    Path copy = copyOfPrimary();
    standby =
        EmbeddedPostgres.builder()
            .setDataDirectory(copy)
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "off")
            .start();
    address = new TcpSwitch(primary.getPort());
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setURL("jdbc:postgresql://localhost:" + address.port() + "/postgres?user=postgres");
    dataSource = Crossfade.wrap(plain, phases);
  }

  @AfterEach
  void stop() throws IOException {
    if (address != null) {
      address.close();
    }
    if (standby != null) {
      standby.close();
    }
    primary.close();
  }

  @Test
  void aStandbyThatLagsTeachesThePrimaryNothing() throws Exception {
    try (Connection writer = dataSource.getConnection();
        PreparedStatement insert =
            writer.prepareStatement("INSERT INTO users (id, full_name) VALUES (?, ?)")) {
      address.turnTo(standby.getPort());
      try (Connection reader = dataSource.getConnection();
          PreparedStatement read =
              reader.prepareStatement("SELECT display_name FROM users ORDER BY id")) {
        assertThat(Users.rows(reader, "SELECT pg_is_in_recovery()")).containsExactly("t");
        insert(insert, 1);
        awaitReplay();
        assertThat(Users.rows(read.executeQuery())).containsExactly("name 1");

        // The column is there, the phase moves, and the standby has heard of neither.
        run(standby, "SELECT pg_wal_replay_pause()");
        run(primary, "ALTER TABLE users ADD display_name text");
        phases.move(Users.RENAME, Phase.DUAL_WRITE);
        for (int id = 2; id < 10; id++) {
          insert(insert, id);
          assertThat(Users.rows(read.executeQuery())).containsExactly("name 1");
          assertThat(Users.rows(reader, "SELECT * FROM users")).containsExactly("1|name 1|name 1");
        }
        run(primary, "UPDATE users SET display_name = full_name WHERE display_name IS NULL");
        phases.move(Users.RENAME, Phase.FALLBACK_READ);
        for (int id = 10; id < 15; id++) {
          // The old column is authoritative still, and the standby's catalog says it has no other.
          assertThat(Users.rows(read.executeQuery())).containsExactly("name 1");
          assertThat(Users.rows(reader, "SELECT full_name FROM users")).containsExactly("name 1");
          insert(insert, id);
        }

        phases.move(Users.RENAME, Phase.NEW_READ);
        // What the standby can not answer is an error, never an answer of before.
        assertThatThrownBy(read::executeQuery).hasMessageContaining("display_name");
        insert(insert, 15);
        run(standby, "SELECT pg_wal_replay_resume()");
        awaitReplay();
        assertThat(Users.rows(read.executeQuery())).hasSize(15).doesNotContain("null");
      }
    }
    try (Connection connection = primary.getPostgresDatabase().getConnection()) {
      assertThat(
              Users.rows(
                  connection, "SELECT id FROM users WHERE full_name IS DISTINCT FROM display_name"))
          .isEmpty();
    }
  }

  @Test
  void aStandbyThatTakesOverWithoutTheColumnGetsNoSingleWrite() throws Exception {
    try (Connection writer = dataSource.getConnection()) {
      run(writer, "INSERT INTO users (id, full_name) VALUES (1, 'a')");
      awaitReplay();
      run(standby, "SELECT pg_wal_replay_pause()");
      run(primary, "ALTER TABLE users ADD display_name text");
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      run(writer, "INSERT INTO users (id, full_name) VALUES (2, 'b')");
    }
    address.turnTo(standby.getPort());
    address.cut();
    // What was not received is lost, as at any asynchronous failover: the column is.
    run(standby, "ALTER SYSTEM SET primary_conninfo = ''");
    run(standby, "SELECT pg_reload_conf()");
    run(standby, "SELECT pg_promote(wait => false)");
    run(standby, "SELECT pg_wal_replay_resume()");
    try (Connection writer = dataSource.getConnection()) {
      while (!Users.rows(writer, "SELECT pg_is_in_recovery()").equals(java.util.List.of("f"))) {
        Thread.onSpinWait();
      }
      boolean lost =
          Users.rows(writer, "TABLE pg_attribute").stream()
              .noneMatch(r -> r.contains("|display_name|"));
      if (lost) {
        assertThatThrownBy(() -> run(writer, "INSERT INTO users (id, full_name) VALUES (3, 'c')"))
            .hasMessageContaining("display_name");
        run(standby, "ALTER TABLE users ADD display_name text");
      }
      run(writer, "INSERT INTO users (id, full_name) VALUES (3, 'c')");
      assertThat(Users.rows(writer, "SELECT full_name, display_name FROM users WHERE id = 3"))
          .containsExactly("c|c");
    }
  }

  private static void insert(PreparedStatement insert, int id) throws SQLException {
    insert.setInt(1, id);
    insert.setString(2, "name " + id);
    assertThat(insert.executeUpdate()).isEqualTo(1);
  }

  private void awaitReplay() throws SQLException {
    try (Connection one = primary.getPostgresDatabase().getConnection();
        Connection other = standby.getPostgresDatabase().getConnection()) {
      String written = Users.rows(one, "SELECT pg_current_wal_flush_lsn()").get(0);
      String replayed = "SELECT pg_last_wal_replay_lsn() >= '" + written + "'";
      while (!Users.rows(other, replayed).get(0).equals("t")) {
        Thread.onSpinWait();
      }
    }
  }

  private Path copyOfPrimary() throws Exception {
    Path from = directory.resolve("primary");
    Path to =
        Files.createDirectory(
            directory.resolve("standby"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (Connection connection = primary.getPostgresDatabase().getConnection();
        Statement backup = connection.createStatement()) {
      backup.execute("SELECT pg_backup_start('standby', true)");
      copy(from, to);
      try (ResultSet stopped = backup.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        stopped.next();
        Files.writeString(to.resolve("backup_label"), stopped.getString(1));
      }
    }
    Files.writeString(to.resolve("standby.signal"), "");
    Files.writeString(
        to.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=" + primary.getPort() + " user=postgres'\n");
    return to;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (!dir.equals(from)) {
              Files.createDirectory(
                  to.resolve(from.relativize(dir)),
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rwx------")));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = file.getFileName().toString();
            if (!name.startsWith("postmaster.") && !name.equals("epg-lock")) {
              try {
                Files.copy(file, to.resolve(from.relativize(file)));
              } catch (NoSuchFileException e) {
                // Deleted while the server runs: the log replays that.
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  private static void run(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
