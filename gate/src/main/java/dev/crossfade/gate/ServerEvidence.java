package dev.crossfade.gate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import dev.crossfade.server.Catalog;
import dev.crossfade.server.ColumnFacts;
import dev.crossfade.server.Database;
import dev.crossfade.server.Dependent;
import dev.crossfade.server.IndexFacts;
import dev.crossfade.server.RowScan;
import dev.crossfade.server.ServerError;
import dev.crossfade.server.TableFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database itself says. Immutable.
 *
 * @param where which database
 * @param failure why it could not be asked, or null
 * @param clockAhead how far its clock is ahead of ours; negative if it is behind
 * @param dependents what depends on the column
 * @param replaced the indexes that have a valid counterpart on the new column, by name
 * @param data what the rows hold, or null where no transition was named
 */
public record ServerEvidence(
    String where,
    @Nullable String failure,
    Duration clockAhead,
    List<Dependent> dependents,
    List<String> replaced,
    @Nullable Data data) {

  /**
   * What the rows hold.
   *
   * @param problem why the new column is not fit to replace the old, or null
   * @param rows how many were looked at
   * @param lost how many hold a value in the old column and NULL in the new one
   */
  public record Data(@Nullable String problem, long rows, long lost) {}

  public ServerEvidence {
    dependents = List.copyOf(dependents);
    replaced = List.copyOf(replaced);
  }

  /** Asks the database. What it can not answer becomes a {@link #failure}, never an exception. */
  public static ServerEvidence gather(Database database, Question question) {
    try (Connection connection = database.open()) {
      Duration clock = clockAhead(connection);
      Catalog catalog = new Catalog(connection);
      TableFacts table = catalog.table(question.column().table());
      ColumnFacts column = table.column(question.column().column());
      if (column == null) {
        return failed(database, clock, "there is no column " + question.column());
      }
      Transition transition = question.transition();
      ColumnFacts replacement = transition == null ? null : table.column(transition.newColumn());
      return new ServerEvidence(
          database.description() + ", " + table.tableName(),
          null,
          clock,
          catalog.dependents(table, column),
          replacement == null ? List.of() : replaced(table, column, replacement),
          transition == null ? null : data(connection, table, column, replacement));
    } catch (CrossfadeException e) {
      return failed(database, Duration.ZERO, e.problem().message() + " " + e.problem().why());
    } catch (SQLException e) {
      return failed(database, Duration.ZERO, ServerError.describe(e));
    }
  }

  private static Data data(
      Connection connection, TableFacts table, ColumnFacts old, @Nullable ColumnFacts replacement) {
    if (replacement == null) {
      return new Data("the new column does not exist", 0, 0);
    }
    if (!replacement.takesThePlaceOf(old.name())) {
      return new Data(
          replacement.name() + " is not marked as taking the place of " + old.name(), 0, 0);
    }
    RowScan.Found found =
        new RowScan(
                table,
                "t." + old.quoted() + " IS NOT NULL AND t." + replacement.quoted() + " IS NULL",
                0)
            .run(connection, rows -> {});
    return new Data(null, found.scanned(), found.matching());
  }

  private static List<String> replaced(TableFacts table, ColumnFacts old, ColumnFacts replacement) {
    List<String> names = new ArrayList<>();
    for (IndexFacts index : table.indexes()) {
      boolean covered =
          table.indexes().stream()
              .anyMatch(other -> other.valid() && other.isCounterpartOf(index, old, replacement));
      if (index.holds(old.number()) && covered) {
        names.add(Identifier.render(index.schema()) + "." + Identifier.render(index.name()));
        IndexFacts.Constraint constraint = index.constraint();
        if (constraint != null) {
          names.add(constraint.name());
        }
      }
    }
    return names;
  }

  private static Duration clockAhead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Instant before = Instant.now();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT CAST(extract(epoch FROM pg_catalog.clock_timestamp()) * 1000 AS bigint)")) {
        row.next();
        Instant there = Instant.ofEpochMilli(row.getLong(1));
        Instant after = Instant.now();
        if (there.isBefore(before)) {
          return Duration.between(before, there);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
      }
    }
  }

  private static ServerEvidence failed(Database database, Duration clock, String why) {
    return new ServerEvidence(database.description(), why, clock, List.of(), List.of(), null);
  }
}
