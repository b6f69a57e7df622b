package dev.crossfade.benchmarks.stub;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that keeps its values, as a driver must, and sends them nowhere. */
final class StubPreparedStatement extends UnsupportedPreparedStatement {

  private static final int PARAMETERS = 8;

  private final StubConnection connection;
  private final String sql;
  private final @Nullable Rows rows;
  private final long[] numbers = new long[PARAMETERS];
  private final @Nullable Object[] objects = new @Nullable Object[PARAMETERS];
  private final List<Object> batch = new ArrayList<>(0);

  /** Never read: it lets the result escape, as those of a real driver do. */
  @Nullable ResultSet last;

  /**
   * @param rows the answer, or null if it depends on what will be bound
   */
  StubPreparedStatement(StubConnection connection, String sql, @Nullable Rows rows) {
    this.connection = connection;
    this.sql = sql;
    this.rows = rows;
  }

  @Override
  public void setLong(int index, long value) {
    numbers[index - 1] = value;
  }

  @Override
  public void setInt(int index, int value) {
    numbers[index - 1] = value;
  }

  @Override
  public void setString(int index, @Nullable String value) {
    objects[index - 1] = value;
  }

  @Override
  public void setArray(int index, Array value) throws SQLException {
    objects[index - 1] = Arrays.toString((Object[]) value.getArray());
  }

  @Override
  public void setFetchSize(int rows) {
    // All rows come at once.
  }

  @Override
  public ResultSet executeQuery() {
    Rows answer = rows == null ? Answers.ofCatalog(sql, Arrays.toString(objects)) : rows;
    StubResultSet result = new StubResultSet(this, answer);
    last = result;
    return result;
  }

  @Override
  public int executeUpdate() {
    return Answers.updateCount();
  }

  /** Keeps a copy of the row, the least that a driver must do. */
  @Override
  public void addBatch() {
    batch.add(numbers.clone());
    batch.add(objects.clone());
  }

  @Override
  public int[] executeBatch() {
    int[] counts = new int[batch.size() / 2];
    Arrays.fill(counts, Answers.updateCount());
    batch.clear();
    return counts;
  }

  @Override
  public int getResultSetConcurrency() {
    return ResultSet.CONCUR_READ_ONLY;
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public void close() {
    last = null;
  }

  @Override
  public String toString() {
    return sql;
  }
}
