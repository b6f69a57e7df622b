package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.geometric.PGbox;
import org.postgresql.geometric.PGcircle;
import org.postgresql.geometric.PGpath;
import org.postgresql.geometric.PGpoint;
import org.postgresql.geometric.PGpolygon;
import org.postgresql.util.PGInterval;
import org.postgresql.util.PGmoney;
import org.postgresql.util.PGobject;

/**
 * {@code setObject} with what the driver knows reaches both columns as it reaches one without us.
 */
class SetObjectTest {

  private static final Users DATABASE = Users.expanded();

  private interface Value {
    Object in(Connection connection) throws Exception;
  }

  /**
   * A value for a column.
   *
   * @param target a {@link Types}, or null to leave it to the driver
   */
  private record Sample(String column, String what, Value value, Integer target) {
    @Override
    public String toString() {
      return what + " into " + column + (target == null ? "" : " as " + target);
    }
  }

  private static Sample of(String column, Object value) {
    return new Sample(column, value.getClass().getSimpleName(), c -> value, null);
  }

  private static Sample of(String column, Object value, int target) {
    return new Sample(column, String.valueOf(value), c -> value, target);
  }

  private static Sample made(String column, String what, Value value) {
    return new Sample(column, what, value, null);
  }

  static Stream<Sample> samples() throws Exception {
    Timestamp timestamp = Timestamp.valueOf("2024-02-29 12:34:56.789012");
    PGobject json = new PGobject();
    json.setType("jsonb");
    json.setValue("{\"a\": [1, null]}");
    return Stream.of(
        of("boolean", true),
        of("boolean", "yes", Types.BOOLEAN),
        of("boolean", 1, Types.BIT),
        of("smallint", (short) 7),
        of("smallint", (byte) 7),
        of("int", 42),
        of("int", "42", Types.INTEGER),
        of("bigint", 1L << 40),
        of("bigint", BigInteger.TEN),
        of("numeric", new BigDecimal("1.50")),
        of("numeric(10, 1)", 2.25, Types.NUMERIC),
        of("numeric", Double.NaN),
        of("real", 1.5f),
        of("double precision", Math.PI),
        of("text", "it's \\ ? $1"),
        of("text", 'c'),
        of("text", 12, Types.VARCHAR),
        of("char(5)", "ab", Types.CHAR),
        of("bytea", new byte[] {0, 1, -1}),
        of("date", Date.valueOf("2024-02-29")),
        of("date", LocalDate.of(2024, 2, 29)),
        of("date", LocalDate.MAX),
        of("time", Time.valueOf("12:34:56")),
        of("time", LocalTime.of(1, 2, 3, 4000)),
        of("timetz", OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHours(2))),
        of("timestamp", timestamp),
        of("timestamp", LocalDateTime.of(2024, 2, 29, 1, 2, 3)),
        of("timestamp", new java.util.Date(0), Types.TIMESTAMP),
        of("timestamptz", timestamp),
        of("timestamptz", OffsetDateTime.of(2024, 2, 29, 1, 2, 3, 0, ZoneOffset.ofHours(5))),
        of("timestamptz", LocalDateTime.MIN),
        of("uuid", new UUID(1, 2)),
        of("uuid", "00000000-0000-0001-0000-000000000002", Types.OTHER),
        of("jsonb", json),
        of("jsonb", "[1, 2]", Types.OTHER),
        of("interval", new PGInterval("1 day 02:03:04")),
        of("point", new PGpoint(1, 2)),
        of("box", new PGbox(1, 2, 3, 4)),
        of("circle", new PGcircle(1, 2, 3)),
        of("path", new PGpath("((1,2),(3,4))")),
        of("polygon", new PGpolygon("((1,2),(3,4),(5,6))")),
        of("money", new PGmoney(12.5)),
        of("inet", InetAddress.getByName("127.0.0.1")),
        of("inet", "10.0.0.1/8", Types.OTHER),
        of("bit varying", "101", Types.OTHER),
        of("int[]", new int[] {1, 2, 3}),
        of("int[]", new Integer[] {1, null}),
        of("text[]", new String[] {"a", "b,c", null}),
        of("double precision[]", new double[] {1.5, 2.5}),
        made("text[]", "an Array", c -> c.createArrayOf("text", new Object[] {"x", "y"})),
        made("xml", "a SQLXML", SetObjectTest::xml),
        of("mood", "glad", Types.OTHER),
        of("text", "no number", Types.INTEGER),
        of("int", new Object()),
        of("int", "text"));
  }

  private static SQLXML xml(Connection connection) throws SQLException {
    SQLXML xml = connection.createSQLXML();
    xml.setString("<a>b</a>");
    return xml;
  }

  @BeforeEach
  void server() {
    DATABASE.postgres().run("DROP TYPE IF EXISTS mood CASCADE");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void reachesBothColumns(Sample sample) throws Exception {
    String ddl =
        "CREATE TYPE mood AS ENUM ('glad');"
            + "CREATE TABLE users (id serial, full_name %1$s, display_name %1$s);"
                .formatted(sample.column());
    Users users = DATABASE.reset(ddl);
    String plain;
    try (Connection connection = users.plain().getConnection()) {
      plain = write(connection, sample);
    }
    String stored = users.rows("SELECT full_name FROM users").toString();
    for (Phase phase : List.of(Phase.DUAL_WRITE, Phase.FALLBACK_READ, Phase.NEW_READ)) {
      DATABASE.reset(ddl);
      try (Connection connection = users.connect(phase)) {
        assertThat(write(connection, sample)).isEqualTo(plain);
      }
      assertThat(users.rows("SELECT full_name FROM users").toString()).isEqualTo(stored);
      assertThat(users.rows("SELECT display_name FROM users").toString()).isEqualTo(stored);
    }
  }

  private static String write(Connection connection, Sample sample) throws Exception {
    try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)");
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET full_name = ? WHERE id = ?")) {
      for (int i = 0; i < 6; i++) {
        set(insert, sample.value().in(connection), sample.target());
        insert.addBatch();
      }
      insert.executeBatch();
      set(update, sample.value().in(connection), sample.target());
      update.setObject(2, 1);
      return String.valueOf(update.executeUpdate());
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static void set(PreparedStatement statement, Object value, Integer target)
      throws SQLException {
    if (target == null) {
      statement.setObject(1, value);
    } else {
      statement.setObject(1, value, target);
    }
  }
}
