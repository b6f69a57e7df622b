package dev.crossfade.jdbc;

import dev.crossfade.model.Transition;
import dev.crossfade.rewrite.Updatable;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * A result of a table in transition that may be updated: a new value of a column goes to all
 * columns that the phase writes, which the driver then sends as one UPDATE or INSERT. They stand
 * behind the application's columns, which is told nothing of them.
 */
final class UpdatableResultSet extends DelegatingUpdates {

  private final List<Updatable.Column> hidden;

  /** For each of the application's columns where its value goes, from 1; found when needed. */
  private int @Nullable [][] places;

  UpdatableResultSet(
      ResultSet delegate, Session session, @Nullable Statement statement, Written updatable) {
    super(delegate, session, statement, updatable);
    this.hidden = updatable.hidden();
  }

  /** How many columns the application knows. */
  private int visible() throws SQLException {
    return delegate.getMetaData().getColumnCount() - hidden.size();
  }

  @Override
  int[] places(int column) throws SQLException {
    int[][] known = places;
    if (known == null) {
      known = new int[visible()][];
      places = known;
    }
    if (column < 1 || column > known.length) {
      // The driver refuses it as it would without the hidden ones.
      return new int[] {column < 1 ? column : column + hidden.size()};
    }
    int[] found = known[column - 1];
    if (found == null) {
      found = find(column, known.length);
      known[column - 1] = found;
    }
    return found;
  }

  private int[] find(int column, int visible) throws SQLException {
    PGResultSetMetaData metaData = delegate.getMetaData().unwrap(PGResultSetMetaData.class);
    Transition transition = transition(metaData.getBaseColumnName(column));
    if (transition == null) {
      return new int[] {column};
    }
    return IntStream.range(0, hidden.size())
        .filter(i -> hidden.get(i).transition().equals(transition))
        .map(i -> visible + i + 1)
        .toArray();
  }

  private @Nullable Transition transition(String physical) {
    for (Updatable.Column column : hidden) {
      Transition transition = column.transition();
      if (transition.oldColumn().equals(physical) || transition.newColumn().equals(physical)) {
        return transition;
      }
    }
    return null;
  }

  // The driver keeps a new value under the physical column's name. Where the phase writes one
  // column and the application reads it by the other name, it is shown only when read again.

  @Override
  public void updateRow() throws SQLException {
    super.updateRow();
    if (isNamedOtherwise()) {
      delegate.refreshRow();
    }
  }

  @Override
  public void insertRow() throws SQLException {
    super.insertRow();
    if (isNamedOtherwise() && delegate.getType() != TYPE_FORWARD_ONLY) {
      delegate.moveToCurrentRow();
      int row = delegate.getRow();
      delegate.last();
      delegate.refreshRow();
      delegate.absolute(row);
      delegate.moveToInsertRow();
    }
  }

  private boolean isNamedOtherwise() {
    return hidden.stream().map(Updatable.Column::transition).distinct().count() == hidden.size();
  }

  @Override
  public int findColumn(String label) throws SQLException {
    int column = delegate.findColumn(label);
    if (column > visible()) {
      throw new PSQLException(
          GT.tr("The column name {0} was not found in this ResultSet.", label),
          PSQLState.UNDEFINED_COLUMN);
    }
    return column;
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    return new VisibleMetaData(delegate.getMetaData(), hidden.size());
  }
}
