package dev.crossfade.jdbc;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Identifier;
import dev.crossfade.model.TableName;
import dev.crossfade.sql.Relation;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.BaseStatement;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.TransactionState;

/**
 * Asks the system catalogs over the application's own connection: in its transaction if one is
 * open, behind a savepoint so that a failure does not end it, and else in one of its own, so that
 * the application's still begins with the application's first statement.
 */
final class CatalogReader {

  private final Connection connection;
  private final @Nullable BaseConnection driver;

  CatalogReader(Connection connection, @Nullable BaseConnection driver) {
    this.connection = connection;
    this.driver = driver;
  }

  /** What a session's names depend on. */
  record Standing(String schemas, boolean hasTemporary, boolean readCommitted) {}

  Standing standing() throws SQLException {
    return ask(
        CatalogQueries.STANDING,
        statement -> {},
        rows ->
            rows.next()
                ? new Standing(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3))
                : new Standing("", false, true));
  }

  /** What each of {@code names} leads to, as {@code to_regclass} says. */
  Map<TableName, Optional<Relation>> relations(Collection<TableName> names) throws SQLException {
    List<TableName> asked = List.copyOf(names);
    Map<TableName, Optional<Relation>> relations = new HashMap<>();
    for (TableName name : asked) {
      relations.put(name, Optional.empty());
    }
    if (asked.isEmpty()) {
      return relations;
    }
    String[] texts = new String[asked.size()];
    for (int i = 0; i < texts.length; i++) {
      TableName name = asked.get(i);
      texts[i] =
          (name.schema() == null ? "" : Identifier.quote(name.schema()) + ".")
              + Identifier.quote(name.name());
    }
    Map<TableName, RelationDraft> drafts =
        ask(
            CatalogQueries.RELATIONS,
            statement -> bindTexts(statement, texts),
            rows -> RelationDraft.read(rows, asked));
    readUniques(drafts.values());
    Set<String> routines = new HashSet<>();
    for (RelationDraft draft : drafts.values()) {
      routines.addAll(draft.defaultRoutines());
    }
    Set<String> steady = steady(routines);
    drafts.forEach((name, draft) -> relations.put(name, Optional.of(draft.relation(steady))));
    return relations;
  }

  /** What {@code name} leads to. */
  Optional<Relation> relation(TableName name) throws SQLException {
    return relations(List.of(name)).getOrDefault(name, Optional.empty());
  }

  private void readUniques(Collection<RelationDraft> drafts) throws SQLException {
    if (drafts.isEmpty()) {
      return;
    }
    Long[] oids = drafts.stream().map(draft -> draft.oid).toArray(Long[]::new);
    Map<Long, Map<String, List<String>>> uniques =
        ask(
            CatalogQueries.UNIQUES,
            statement -> {
              Array array = connection.createArrayOf("oid", oids);
              statement.setArray(1, array);
            },
            rows -> {
              Map<Long, Map<String, List<String>>> read = new HashMap<>();
              while (rows.next()) {
                read.computeIfAbsent(rows.getLong(1), oid -> new LinkedHashMap<>())
                    .computeIfAbsent(rows.getString(2), index -> new ArrayList<>())
                    .add(rows.getString(3));
              }
              return read;
            });
    for (RelationDraft draft : drafts) {
      uniques
          .getOrDefault(draft.oid, Map.of())
          .forEach((name, columns) -> draft.uniques.add(new Relation.Unique(name, columns)));
    }
  }

  /** Those of {@code names} that are steady, see {@link dev.crossfade.sql.Catalog#steady}. */
  Set<String> steady(Collection<String> names) throws SQLException {
    if (names.isEmpty()) {
      return Set.of();
    }
    return ask(
        CatalogQueries.STEADY,
        statement -> bindTexts(statement, names.toArray(String[]::new)),
        CatalogReader::strings);
  }

  Set<String> reaching(TableName table) throws SQLException {
    return ask(
        CatalogQueries.REACHING,
        statement -> {
          statement.setString(1, table.name());
          statement.setString(2, table.schema());
          statement.setString(3, table.schema());
          statement.setString(4, table.name());
        },
        CatalogReader::strings);
  }

  Set<String> viewsReading(ColumnName column) throws SQLException {
    return ask(
        CatalogQueries.VIEWS_READING,
        statement -> {
          statement.setString(1, column.table().name());
          statement.setString(2, column.table().schema());
          statement.setString(3, column.table().schema());
          statement.setString(4, column.column());
        },
        CatalogReader::strings);
  }

  /** See {@link CatalogQueries#MOVING}; in lower case. */
  Set<String> moving() throws SQLException {
    return ask(CatalogQueries.MOVING, statement -> {}, CatalogReader::strings);
  }

  private static Set<String> strings(ResultSet rows) throws SQLException {
    Set<String> strings = new HashSet<>();
    while (rows.next()) {
      strings.add(rows.getString(1));
    }
    return strings;
  }

  // Not the statement's connection: a pool that keeps statements may answer with one long returned.
  private void bindTexts(PreparedStatement statement, String[] texts) throws SQLException {
    statement.setArray(1, connection.createArrayOf("text", texts));
  }

  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private interface RowReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T ask(String sql, Binder binder, RowReader<T> reader) throws SQLException {
    boolean inTransaction = driver != null && driver.getTransactionState() == TransactionState.OPEN;
    if (!inTransaction) {
      return askNow(sql, binder, reader);
    }
    try (Statement savepoint = connection.createStatement()) {
      savepoint.execute("SAVEPOINT crossfade_catalog");
      try {
        T answer = askNow(sql, binder, reader);
        savepoint.execute("RELEASE SAVEPOINT crossfade_catalog");
        return answer;
      } catch (SQLException e) {
        savepoint.execute("ROLLBACK TO SAVEPOINT crossfade_catalog");
        throw e;
      }
    }
  }

  /** SET TRANSACTION and setReadOnly must still be possible afterwards. */
  private static void executeWithoutBegin(PreparedStatement statement) throws SQLException {
    try {
      statement.unwrap(BaseStatement.class).executeWithFlags(QueryExecutor.QUERY_SUPPRESS_BEGIN);
    } catch (SQLException e) {
      if (breaksConnection(e)) {
        showToPool(statement, e);
      }
      throw e;
    }
  }

  private static boolean breaksConnection(SQLException error) {
    String state = error.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }

  /** A pool whose statement we went past would not know, and lend the connection again. */
  private static void showToPool(PreparedStatement statement, SQLException error) {
    try (ResultSet none = statement.executeQuery()) {
      error.addSuppressed(new IllegalStateException("a broken connection answered " + none));
    } catch (SQLException e) {
      error.addSuppressed(e);
    }
  }

  private <T> T askNow(String sql, Binder binder, RowReader<T> reader) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      // A cursor would leave a portal open in the application's transaction.
      statement.setFetchSize(0);
      binder.bind(statement);
      if (driver == null) {
        try (ResultSet rows = statement.executeQuery()) {
          return reader.read(rows);
        }
      }
      executeWithoutBegin(statement);
      try (ResultSet rows = statement.getResultSet()) {
        return reader.read(rows);
      }
    }
  }
}
