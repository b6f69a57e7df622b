package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PGobject;

/** Values reach both columns, and reach them again when the phase has moved in between. */
class BindingsTest {

  private static final Users DATABASE = Users.expanded();

  private interface Setter {
    void bind(PreparedStatement statement, Connection connection) throws SQLException;
  }

  /** One way of binding a value to parameter 1 of a column of some type. */
  private record Way(String name, String type, Setter setter) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Way> ways() {
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    byte[] bytes = {1, 2, 3};
    return Stream.of(
        new Way("setNull", "text", (s, c) -> s.setNull(1, Types.VARCHAR)),
        new Way("setNull with name", "text", (s, c) -> s.setNull(1, Types.VARCHAR, "text")),
        new Way("setBoolean", "boolean", (s, c) -> s.setBoolean(1, true)),
        new Way("setByte", "smallint", (s, c) -> s.setByte(1, (byte) -7)),
        new Way("setShort", "smallint", (s, c) -> s.setShort(1, (short) -700)),
        new Way("setInt", "int", (s, c) -> s.setInt(1, -70_000)),
        new Way("setLong", "bigint", (s, c) -> s.setLong(1, Long.MIN_VALUE)),
        new Way("setFloat", "real", (s, c) -> s.setFloat(1, -1.5f)),
        new Way("setDouble", "double precision", (s, c) -> s.setDouble(1, 1e300)),
        new Way("setBigDecimal", "numeric", (s, c) -> s.setBigDecimal(1, new BigDecimal("1.50"))),
        new Way("setString", "text", (s, c) -> s.setString(1, "näme")),
        new Way("setNString", "text", (s, c) -> s.setString(1, "näme")),
        new Way("setBytes", "bytea", (s, c) -> s.setBytes(1, bytes)),
        new Way("setDate", "date", (s, c) -> s.setDate(1, Date.valueOf("2024-02-29"))),
        new Way("setDate with calendar", "date", (s, c) -> s.setDate(1, new Date(0), utc)),
        new Way("setTime", "time", (s, c) -> s.setTime(1, Time.valueOf("12:34:56"))),
        new Way("setTime with calendar", "time", (s, c) -> s.setTime(1, new Time(0), utc)),
        new Way("setTimestamp", "timestamp", (s, c) -> s.setTimestamp(1, new Timestamp(12345))),
        new Way(
            "setTimestamp with calendar",
            "timestamp",
            (s, c) -> s.setTimestamp(1, new Timestamp(12345), utc)),
        new Way(
            "setAsciiStream",
            "text",
            (s, c) -> s.setAsciiStream(1, new ByteArrayInputStream("abc".getBytes()), 3)),
        new Way(
            "setBinaryStream",
            "bytea",
            (s, c) -> s.setBinaryStream(1, new ByteArrayInputStream(bytes))),
        new Way(
            "setBinaryStream of a length",
            "bytea",
            (s, c) -> s.setBinaryStream(1, new ByteArrayInputStream(bytes), 2)),
        new Way(
            "setBinaryStream of a long length",
            "bytea",
            (s, c) -> s.setBinaryStream(1, new ByteArrayInputStream(bytes), 3L)),
        new Way("setBinaryStream null", "bytea", (s, c) -> s.setBinaryStream(1, null)),
        new Way(
            "setCharacterStream",
            "text",
            (s, c) -> s.setCharacterStream(1, new StringReader("text"))),
        new Way(
            "setCharacterStream of a length",
            "text",
            (s, c) -> s.setCharacterStream(1, new StringReader("text"), 2)),
        new Way("setObject", "uuid", (s, c) -> s.setObject(1, new UUID(1, 2))),
        new Way(
            "setObject of java.time", "date", (s, c) -> s.setObject(1, LocalDate.MIN.withYear(9))),
        new Way("setObject with type", "int", (s, c) -> s.setObject(1, "42", Types.INTEGER)),
        new Way(
            "setObject with scale",
            "numeric",
            (s, c) -> s.setObject(1, new BigDecimal("1.239"), Types.NUMERIC, 2)),
        new Way(
            "setObject of a PGobject",
            "jsonb",
            (s, c) -> {
              PGobject json = new PGobject();
              json.setType("jsonb");
              json.setValue("{\"a\": 1}");
              s.setObject(1, json);
              json.setValue("{\"changed\": 1}");
            }),
        new Way("setObject of an array", "int[]", (s, c) -> s.setObject(1, new int[] {1, 2})),
        new Way(
            "setArray",
            "text[]",
            (s, c) -> s.setArray(1, c.createArrayOf("text", new String[] {"a", "b"}))),
        new Way(
            "setSQLXML",
            "xml",
            (s, c) -> {
              var xml = c.createSQLXML();
              xml.setString("<a/>");
              s.setSQLXML(1, xml);
            }));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everyWayReachesBothColumnsAndAgainAfterAMove(Way way) throws SQLException {
    Users users =
        DATABASE.reset(
            "CREATE TABLE users (id serial, full_name "
                + way.type()
                + ", display_name "
                + way.type()
                + ")");
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
      way.setter().bind(insert, connection);
      insert.executeUpdate();
      way.setter().bind(insert, connection);
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      insert.executeUpdate();
      way.setter().bind(insert, connection);
      insert.executeUpdate();
      String expected = users.rows("SELECT full_name::text FROM users WHERE id = 1").get(0);
      assertThat(users.rows("SELECT full_name::text, display_name::text FROM users ORDER BY id"))
          .containsExactly(
              expected + "|null", expected + "|" + expected, expected + "|" + expected);
    }
  }

  @Test
  void anObjectThatIsUsedAgainForEachRowIsBoundAsItWas() throws SQLException {
    Users users =
        DATABASE.reset("CREATE TABLE users (full_name timestamp, display_name timestamp)");
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
      Timestamp reused = Timestamp.valueOf("2024-01-01 00:00:00");
      for (int day = 1; day <= 3; day++) {
        reused.setTime(Timestamp.valueOf("2024-01-0" + day + " 00:00:00").getTime());
        insert.setTimestamp(1, reused);
        insert.addBatch();
      }
      phases.move(Users.RENAME, Phase.DUAL_WRITE);
      insert.executeBatch();
    }
    assertThat(users.rows("SELECT full_name::date, display_name::date FROM users ORDER BY 1"))
        .containsExactly("2024-01-01|2024-01-01", "2024-01-02|2024-01-02", "2024-01-03|2024-01-03");
  }

  @Test
  void theApplicationSeesItsOwnParameters() throws SQLException {
    Users users = DATABASE.reset();
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name, age) VALUES (?, ?)")) {
      ParameterMetaData parameters = insert.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(2);
      assertThat(parameters.getParameterTypeName(1)).isEqualTo("text");
      assertThat(parameters.getParameterTypeName(2)).isEqualTo("int4");
      for (int index : List.of(0, 3)) {
        assertThatThrownBy(() -> insert.setInt(index, 1))
            .isInstanceOf(org.postgresql.util.PSQLException.class)
            .hasMessageContaining("number of columns: 2");
      }
      insert.setString(1, "a");
      insert.setInt(2, 3);
      insert.clearParameters();
      assertThatThrownBy(insert::executeUpdate).hasMessageContaining("No value specified");
    }
  }

  @Test
  void aLargeObjectIsNotStoredTwice() throws SQLException {
    Users users = DATABASE.reset("CREATE TABLE users (full_name oid, display_name oid)");
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
        insert.setBlob(1, new ByteArrayInputStream("lob".getBytes(StandardCharsets.US_ASCII)));
        insert.executeUpdate();
        phases.move(Users.RENAME, Phase.DUAL_WRITE);
        insert.clearParameters();
        insert.setNull(1, Types.BLOB);
        insert.executeUpdate();
        assertThatThrownBy(() -> insert.setBlob(1, new ByteArrayInputStream(new byte[] {1})))
            .isInstanceOfSatisfying(
                CrossfadeSqlException.class,
                e -> assertThat(e.problem().id()).isEqualTo("large-object-twice"));
      }
      connection.commit();
    }
    assertThat(users.rows("SELECT full_name IS NULL, display_name IS NULL FROM users"))
        .containsExactly("f|t", "t|t");
  }

  @Test
  void aLargeObjectThatWasBoundInBeforeIsRefusedWhereBothColumnsAreWritten() throws SQLException {
    Users users = DATABASE.reset("CREATE TABLE users (full_name oid, display_name oid)");
    Phases phases = Users.phases(Phase.BEFORE);
    try (Connection connection = users.in(phases).getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
        insert.setBlob(1, new ByteArrayInputStream(new byte[] {1}));
        insert.addBatch();
        insert.clearParameters();
        phases.move(Users.RENAME, Phase.DUAL_WRITE);
        assertThatThrownBy(insert::executeBatch)
            .isInstanceOfSatisfying(
                CrossfadeSqlException.class,
                e -> assertThat(e.problem().id()).isEqualTo("phase-moved-too-far"));
      }
      connection.rollback();
    }
    assertThat(users.rows("SELECT * FROM users")).isEmpty();
  }

  @Test
  void aStreamTooLongToHoldIsRefused() throws SQLException {
    Users users = DATABASE.reset("CREATE TABLE users (full_name bytea, display_name bytea)");
    try (Connection connection = users.connect(Phase.DUAL_WRITE);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO users (full_name) VALUES (?)")) {
      ByteArrayInputStream tooLong = new ByteArrayInputStream(new byte[BoundStream.LIMIT + 1]);
      assertThatThrownBy(() -> insert.setBinaryStream(1, tooLong))
          .isInstanceOfSatisfying(
              CrossfadeSqlException.class,
              e -> assertThat(e.problem().id()).isEqualTo("stream-too-long"));
    }
  }
}
