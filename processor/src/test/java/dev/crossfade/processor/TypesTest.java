package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Phase;
import dev.crossfade.processor.entities.Reading;
import dev.crossfade.processor.entities.Reading.Sort;
import dev.crossfade.processor.entities.ReadingCrossfade;
import dev.crossfade.processor.entities.Tally;
import dev.crossfade.processor.entities.TallyCrossfade;
import dev.crossfade.testing.Postgres;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type survives the way to PostgreSQL and back, in every phase, NULL too. */
class TypesTest {

  private static final String COLUMNS =
      """
      %1$sflag boolean, %1$stiny smallint, %1$ssmall smallint, %1$swhole integer,
      %1$slarge bigint, %1$ssingle real, %1$stwofold double precision""";

  private static final String MORE =
      """
      , %1$sexact numeric, %1$sbytes bytea, %1$sreference uuid, %1$slocal_date date,
      %1$slocal_time time, %1$smoment timestamp, %1$soffset_moment timestamptz,
      %1$sinstant timestamptz, %1$ssort text, %1$ssql_date date, %1$ssql_time time,
      %1$ssql_timestamp timestamp""";

  private final Postgres postgres = Postgres.database();
  private Connection connection;

  @BeforeEach
  void tables() throws SQLException {
    connection = postgres.connect();
    String all = COLUMNS + MORE;
    run(
        "CREATE TABLE reading (id uuid PRIMARY KEY, "
            + all.formatted("")
            + ", "
            + all.formatted("old_")
            + ")");
    run(
        "CREATE TABLE tally (id int PRIMARY KEY, plain int, "
            + COLUMNS.formatted("")
            + ", "
            + COLUMNS.formatted("old_")
            + ")");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void everyReferenceTypeIsReadAsWritten(Phase phase) throws SQLException {
    ReadingCrossfade readings = new ReadingCrossfade(Live.all(phase));
    Reading reading = reading();
    assertThat(readings.insert(connection, reading)).isEqualTo(1);
    assertThat(readings.find(connection, reading.id()))
        .usingRecursiveComparison()
        .isEqualTo(reading);
    assertThat(readings.update(connection, reading)).isEqualTo(1);
    assertThat(readings.find(connection, reading.id()))
        .usingRecursiveComparison()
        .isEqualTo(reading);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void everyReferenceTypeCanBeNull(Phase phase) throws SQLException {
    ReadingCrossfade readings = new ReadingCrossfade(Live.all(phase));
    Reading empty = empty(UUID.randomUUID());
    readings.insert(connection, reading(empty.id()));
    readings.update(connection, empty);
    assertThat(readings.find(connection, empty.id())).isEqualTo(empty);
    Reading another = empty(UUID.randomUUID());
    readings.insert(connection, another);
    assertThat(readings.find(connection, another.id())).isEqualTo(another);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void everyPrimitiveIsReadAsWritten(Phase phase) throws SQLException {
    TallyCrossfade tallies = new TallyCrossfade(Live.all(phase));
    Tally tally =
        new Tally(1, true, (byte) -7, Short.MIN_VALUE, 42, Long.MAX_VALUE, 0.1f, Math.E, 5);
    tallies.insert(connection, tally);
    assertThat(tallies.find(connection, 1)).isEqualTo(tally);
    Tally zero = new Tally(1, false, (byte) 0, (short) 0, 0, 0, 0, 0, 0);
    tallies.update(connection, zero);
    assertThat(tallies.find(connection, 1)).isEqualTo(zero);
  }

  @Test
  void everyTypeFallsBack() throws SQLException {
    Reading reading = reading();
    new ReadingCrossfade(Live.all(Phase.BEFORE)).insert(connection, reading);
    long before = ReadingCrossfade.WHOLE_FALLBACKS.count();
    long sorts = ReadingCrossfade.SORT_FALLBACKS.count();
    assertThat(new ReadingCrossfade(Live.all(Phase.FALLBACK_READ)).find(connection, reading.id()))
        .usingRecursiveComparison()
        .isEqualTo(reading);
    assertThat(ReadingCrossfade.WHOLE_FALLBACKS.count() - before).isEqualTo(1);
    assertThat(ReadingCrossfade.SORT_FALLBACKS.count() - sorts).isEqualTo(1);
  }

  @Test
  void nullsOfEveryTypeFallBackToNothingAndAreNotCounted() throws SQLException {
    Reading empty = empty(UUID.randomUUID());
    new ReadingCrossfade(Live.all(Phase.BEFORE)).insert(connection, empty);
    long before = ReadingCrossfade.WHOLE_FALLBACKS.count();
    long sorts = ReadingCrossfade.SORT_FALLBACKS.count();
    assertThat(new ReadingCrossfade(Live.all(Phase.FALLBACK_READ)).find(connection, empty.id()))
        .isEqualTo(empty);
    assertThat(ReadingCrossfade.WHOLE_FALLBACKS.count()).isEqualTo(before);
    assertThat(ReadingCrossfade.SORT_FALLBACKS.count()).isEqualTo(sorts);
  }

  @Test
  void aPrimitiveFallsBackAndIsCounted() throws SQLException {
    Tally tally = new Tally(1, true, (byte) 1, (short) 2, 3, 4, 5, 6, 7);
    new TallyCrossfade(Live.all(Phase.BEFORE)).insert(connection, tally);
    long before = TallyCrossfade.LARGE_FALLBACKS.count();
    assertThat(new TallyCrossfade(Live.all(Phase.FALLBACK_READ)).find(connection, 1))
        .isEqualTo(tally);
    assertThat(TallyCrossfade.LARGE_FALLBACKS.count() - before).isEqualTo(1);
  }

  @Test
  void aZeroIsMigratedAndIsNotCounted() throws SQLException {
    TallyCrossfade tallies = new TallyCrossfade(Live.all(Phase.FALLBACK_READ));
    tallies.insert(connection, new Tally(1, false, (byte) 0, (short) 0, 0, 0, 0, 0, 0));
    run("UPDATE tally SET old_large = 9");
    long before = TallyCrossfade.LARGE_FALLBACKS.count();
    assertThat(tallies.find(connection, 1).large()).isZero();
    assertThat(TallyCrossfade.LARGE_FALLBACKS.count()).isEqualTo(before);
  }

  @Test
  void nullInAPrimitiveIsRefusedInsteadOfReadAsZero() throws SQLException {
    TallyCrossfade tallies = new TallyCrossfade(Live.all(Phase.NEW_READ));
    tallies.insert(connection, new Tally(1, true, (byte) 1, (short) 2, 3, 4, 5, 6, 7));
    run("UPDATE tally SET large = NULL");
    assertThatThrownBy(() -> tallies.find(connection, 1))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("[null-in-primitive]")
        .hasMessageContaining("tally.large")
        .extracting(error -> ((SQLException) error).getSQLState())
        .isEqualTo("22002");
    run("UPDATE tally SET large = 4, plain = NULL");
    assertThatThrownBy(() -> tallies.find(connection, 1)).hasMessageContaining("tally.plain");
  }

  @Test
  void anUnknownConstantIsRefusedWithoutItsValue() throws SQLException {
    ReadingCrossfade readings = new ReadingCrossfade(Live.all(Phase.NEW_READ));
    Reading reading = reading();
    readings.insert(connection, reading);
    run("UPDATE reading SET sort = 'secret'");
    assertThatThrownBy(() -> readings.find(connection, reading.id()))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("[unknown-enum-value]")
        .hasMessageContaining("reading.sort")
        .hasMessageNotContaining("secret");
  }

  private static Reading reading() {
    return reading(UUID.randomUUID());
  }

  private static Reading reading(UUID id) {
    return new Reading(
        id,
        true,
        (byte) -1,
        (short) 300,
        -70_000,
        1L << 40,
        1.5f,
        2.5,
        new BigDecimal("12345678901234567890.10"),
        new byte[] {0, 1, -1},
        UUID.fromString("00000000-0000-0000-0000-000000000001"),
        LocalDate.of(1815, 12, 10),
        LocalTime.of(23, 59, 59, 123_456_000),
        LocalDateTime.of(2026, 3, 29, 2, 30),
        OffsetDateTime.parse("2026-11-20T14:20:00Z"),
        Instant.parse("1969-12-31T23:59:59.999999Z"),
        Sort.COUNTER,
        java.sql.Date.valueOf("2026-02-28"),
        java.sql.Time.valueOf("12:34:56"),
        java.sql.Timestamp.valueOf("2026-02-28 12:34:56.789"));
  }

  private static Reading empty(UUID id) {
    return new Reading(
        id, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
