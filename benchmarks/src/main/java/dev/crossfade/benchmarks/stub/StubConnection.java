package dev.crossfade.benchmarks.stub;

import java.sql.Array;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLWarning;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A connection that prepares at the price of one look-up. Not thread-safe. */
final class StubConnection extends UnsupportedConnection {

  private final Map<String, Rows> known = new HashMap<>();

  /** Never read: it lets the statement escape, as those of a real driver do. */
  @Nullable PreparedStatement last;

  private boolean closed;

  @Override
  public PreparedStatement prepareStatement(String sql) {
    StubPreparedStatement statement = new StubPreparedStatement(this, sql, rows(sql));
    last = statement;
    return statement;
  }

  private @Nullable Rows rows(String sql) {
    Rows rows = known.get(sql);
    if (rows == null && !Answers.isCatalogQuery(sql)) {
      rows = Answers.of(sql);
      known.put(sql, rows);
    }
    return rows;
  }

  @Override
  public Array createArrayOf(String type, Object[] elements) {
    return new StubArray(elements);
  }

  @Override
  public DatabaseMetaData getMetaData() {
    return new StubDatabaseMetaData();
  }

  @Override
  public boolean getAutoCommit() {
    return true;
  }

  // What a pool asks of a new connection.

  @Override
  public boolean isValid(int seconds) {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    // Nothing is written here.
  }

  @Override
  public void setAutoCommit(boolean autoCommit) {
    // There are no transactions.
  }

  @Override
  public int getTransactionIsolation() {
    return TRANSACTION_READ_COMMITTED;
  }

  @Override
  public int getNetworkTimeout() {
    return 0;
  }

  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) {
    // There is no network.
  }

  @Override
  public @Nullable String getCatalog() {
    return null;
  }

  @Override
  public @Nullable String getSchema() {
    return null;
  }

  @Override
  public @Nullable SQLWarning getWarnings() {
    return null;
  }

  @Override
  public void clearWarnings() {
    // There are none.
  }

  @Override
  public void rollback() {
    // There are no transactions.
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  private static final class StubDatabaseMetaData extends UnsupportedDatabaseMetaData {
    @Override
    public String getUserName() {
      return "stub";
    }

    @Override
    public String getURL() {
      return "jdbc:stub:";
    }
  }

  private static final class StubArray extends UnsupportedArray {
    private final Object[] elements;

    StubArray(Object[] elements) {
      this.elements = elements;
    }

    @Override
    public Object getArray() {
      return elements;
    }
  }
}
