package dev.crossfade.benchmarks.stub;

import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A cursor over rows that are there already. */
final class StubResultSet extends UnsupportedResultSet {

  private final StubPreparedStatement statement;
  private final Rows rows;
  private int row = -1;
  private boolean wasNull;

  StubResultSet(StubPreparedStatement statement, Rows rows) {
    this.statement = statement;
    this.rows = rows;
  }

  @Override
  public boolean next() {
    return ++row < rows.cells().length;
  }

  private @Nullable Object cell(int column) {
    Object cell = rows.cells()[row][column - 1];
    wasNull = cell == null;
    return cell;
  }

  @Override
  public long getLong(int column) {
    Object cell = cell(column);
    return cell == null ? 0 : (Long) cell;
  }

  @Override
  public int getInt(int column) {
    return (int) getLong(column);
  }

  @Override
  public boolean getBoolean(int column) {
    Object cell = cell(column);
    return cell != null && (Boolean) cell;
  }

  @Override
  public @Nullable String getString(int column) {
    return (String) cell(column);
  }

  @Override
  public @Nullable String getString(String label) {
    return getString(findColumn(label));
  }

  @Override
  public int findColumn(String label) {
    int index = rows.labels().indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + label);
    }
    return index + 1;
  }

  @Override
  public boolean wasNull() {
    return wasNull;
  }

  @Override
  public Statement getStatement() {
    return statement;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
