package dev.crossfade.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * What the application has bound to a statement in transition, by its own parameter numbers: so
 * that a value goes to every place where the rewritten text needs it, and so that all of it, the
 * rows of a batch too, can be bound again when the phase has changed the text.
 */
abstract class Bindings extends Slots implements Refusing {

  /** Null until there is a batch. */
  private @Nullable Batch batch;

  /** The first slot of what is bound now: the batch's rows come before. */
  private int start;

  private boolean done;

  /** Where the rows of a batch end: for each the slot after its last one. */
  private static final class Batch {
    int[] ends = new int[16];
    int rows;

    /** Whether what the last row had stays bound where nothing else is bound now. */
    boolean inherited;
  }

  Bindings(long[] numbers) {
    super(numbers);
  }

  /** See {@link Written#places}. */
  abstract int @Nullable [][] places();

  boolean isOneToOne() {
    return places() == null;
  }

  /** How many parameters the application's text has; known only if they are not one to one. */
  int parameterCount() {
    int[][] places = places();
    return places == null ? -1 : places.length;
  }

  /** The text's first place for a parameter, from 1, or 0 if the server does not get it. */
  int firstPlace(int index) throws SQLException {
    int[] found = placesOf(index);
    return found.length == 0 ? 0 : found[0];
  }

  /** Keeps what was bound one to one, after the driver has accepted it. */
  void keep(int index, int setter, long bits, @Nullable Object value, @Nullable Object extra) {
    set(start + index - 1, setter, bits, value, extra);
  }

  /** As {@link #keep}, for an object that the application may change later. */
  void keepCopy(int index, int setter, long bits, @Nullable Object value, @Nullable Object extra) {
    set(start + index - 1, setter, bits, BoundValue.copy(value), BoundValue.copy(extra));
  }

  /** Binds a stream, holding its content only if it is needed at two places. */
  void bindStream(
      PreparedStatement statement,
      int index,
      int setter,
      long bits,
      @Nullable Object stream,
      @Nullable Object extra)
      throws SQLException {
    Object kept = stream == null ? null : WatchedStream.of(stream);
    kept = bindKept(statement, index, setter, bits, kept, extra);
    keep(index, setter, bits, kept, extra);
  }

  /** Binds what the driver stores as a large object at once, and so must be bound only once. */
  void bindLargeObject(
      PreparedStatement statement,
      int index,
      int setter,
      long bits,
      @Nullable Object value,
      @Nullable Object extra)
      throws SQLException {
    int[] found = placesOf(index);
    if (value != null && found.length > 1) {
      throw refuse(Refusals.largeObjectTwice());
    }
    for (int place : found) {
      Setters.call(statement, place, setter, bits, value, extra);
    }
    keep(index, setter, bits, value == null ? null : BoundValue.ONLY_ONCE, extra);
  }

  void clearParameters() {
    if (batch != null) {
      batch.inherited = false;
    }
    dropFrom(start);
  }

  /** Keeps the row that was just added to the batch. */
  void addRow() {
    Batch batch = this.batch;
    if (batch == null) {
      batch = new Batch();
      this.batch = batch;
      expect(batch.ends.length * size);
    } else {
      inherit(batch);
      if (batch.rows == batch.ends.length) {
        batch.ends = Arrays.copyOf(batch.ends, batch.rows * 2);
      }
    }
    batch.ends[batch.rows++] = size;
    batch.inherited = true;
    start = size;
  }

  /**
   * Copies from the row before what was not bound anew since. Not at once when a row is added:
   * nearly always all of it is bound anew.
   */
  private void inherit(Batch batch) {
    if (batch.inherited) {
      int before = batch.rows < 2 ? 0 : batch.ends[batch.rows - 2];
      int width = start - before;
      for (int i = 0; i < width; i++) {
        if (start + i >= size || setter(start + i) == 0) {
          copy(before + i, start + i);
        }
      }
    }
  }

  void clearRows() {
    if (batch != null) {
      inherit(batch);
      dropBefore(start);
      start = 0;
      batch = null;
    }
  }

  /** Records that what is bound now was executed, or refused. */
  void done() {
    done = true;
  }

  /**
   * Begins to bind anew, if what is bound was executed.
   *
   * @return whether it was, and nothing waits in a batch
   */
  boolean beginAgain() {
    boolean again = done && batch == null;
    done = false;
    return again;
  }

  /** Forgets what was bound and can not be bound again: it would have to be bound anew anyway. */
  void forgetSpent() {
    if (batch != null) {
      inherit(batch);
    }
    for (int i = start; i < size; i++) {
      if (isSpent(i)) {
        set(i, 0, 0, null, null);
      }
    }
  }

  /** Whether all of it can be bound a second time. */
  boolean isRepeatable() {
    for (int i = 0; i < size; i++) {
      if (isSpent(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSpent(int i) {
    Object value = value(i);
    return value == BoundValue.ONLY_ONCE
        || extra(i) == BoundValue.ONLY_ONCE
        || value instanceof WatchedStream watched && watched.isSpent();
  }

  /** Binds all of it, the batch first, to a statement for the text of {@link #places}. */
  void bindAll(PreparedStatement statement) throws SQLException {
    int at = 0;
    Batch batch = this.batch;
    if (batch != null) {
      inherit(batch);
    }
    for (int row = 0; batch != null && row < batch.rows; row++) {
      bindSlots(statement, at, batch.ends[row]);
      statement.addBatch();
      at = batch.ends[row];
    }
    bindSlots(statement, start, size);
  }

  private void bindSlots(PreparedStatement statement, int from, int end) throws SQLException {
    for (int i = from; i < end; i++) {
      if (setter(i) != 0) {
        Object value = value(i);
        Object kept = bindKept(statement, i - from + 1, setter(i), bits(i), value, extra(i));
        if (kept != value) {
          setValue(i, kept);
        }
      }
    }
  }

  /**
   * Binds a kept value.
   *
   * @return what to keep from now on: a stream's content, if it was needed at two places
   */
  private @Nullable Object bindKept(
      PreparedStatement statement,
      int index,
      int setter,
      long bits,
      @Nullable Object value,
      @Nullable Object extra)
      throws SQLException {
    Object kept = value instanceof WatchedStream stream ? stream.fromTheBeginning() : value;
    int[][] places = places();
    int count = places == null ? 1 : placesOf(index).length;
    if (count > 1 && kept instanceof WatchedStream) {
      kept = BoundStream.hold(kept, bits, this);
    }
    for (int i = 0; i < count; i++) {
      Object bound = kept instanceof BoundStream.Held held ? held.open() : kept;
      int place = places == null ? index : placesOf(index)[i];
      Setters.call(statement, place, setter, bits, bound, extra);
    }
    return kept;
  }

  /** The text's places for a parameter, from 1. */
  int[] placesOf(int index) throws SQLException {
    int[][] places = places();
    if (places == null) {
      return new int[] {index};
    }
    if (index < 1 || index > places.length) {
      throw outOfRange(index, places.length);
    }
    return places[index - 1];
  }

  private static SQLException outOfRange(int index, int count) {
    return new PSQLException(
        GT.tr("The column index is out of range: {0}, number of columns: {1}.", index, count),
        PSQLState.INVALID_PARAMETER_VALUE);
  }
}
