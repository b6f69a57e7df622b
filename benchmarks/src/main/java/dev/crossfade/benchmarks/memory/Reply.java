package dev.crossfade.benchmarks.memory;

import dev.crossfade.benchmarks.stub.Answers;
import dev.crossfade.benchmarks.stub.Rows;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages that answer a statement, encoded once. Every value is of type text, so that the
 * driver never asks for the binary format. Immutable.
 */
final class Reply {

  /** The type's object identifier in every database. */
  static final int TEXT = 25;

  private static final byte[] NO_DATA = Message.of('n', body -> {});

  /** The answer to nothing. */
  static final Reply NONE = new Reply(NO_DATA, new byte[0]);

  /** The answer to an empty text, by which a pool asks whether the connection is alive. */
  private static final Reply EMPTY = new Reply(NO_DATA, Message.of('I', body -> {}));

  private static final Map<String, Reply> KNOWN = new ConcurrentHashMap<>();

  private final byte[] rowDescription;
  private final byte[] rowsAndTag;

  private Reply(byte[] rowDescription, byte[] rowsAndTag) {
    this.rowDescription = rowDescription;
    this.rowsAndTag = rowsAndTag;
  }

  /** The answer to {@code sql} with these values, which only a catalog query looks at. */
  static Reply to(String sql, String values) {
    if (sql.isEmpty()) {
      return EMPTY;
    }
    return Answers.isCatalogQuery(sql)
        ? of(sql, Answers.ofCatalog(sql, values))
        : KNOWN.computeIfAbsent(sql, text -> of(text, Answers.of(text)));
  }

  private static Reply of(String sql, Rows rows) {
    if (rows == Rows.NONE) {
      return new Reply(NO_DATA, tag(withoutRows(sql)));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object[] row : rows.cells()) {
      all.writeBytes(Message.of('D', body -> putRow(body, row)));
    }
    all.writeBytes(tag("SELECT " + rows.cells().length));
    return new Reply(Message.of('T', body -> putColumns(body, rows)), all.toByteArray());
  }

  private static String withoutRows(String sql) {
    String word = sql.substring(0, sql.indexOf(' '));
    return switch (word) {
      case "INSERT" -> "INSERT 0 " + Answers.updateCount();
      case "UPDATE" -> "UPDATE " + Answers.updateCount();
      default -> word;
    };
  }

  private static byte[] tag(String tag) {
    return Message.of('C', body -> Message.putString(body, tag));
  }

  private static void putColumns(ByteBuffer body, Rows rows) {
    body.putShort((short) rows.labels().size());
    for (String label : rows.labels()) {
      Message.putString(body, label);
      // Neither table nor column number, type, variable size, no modifier, text format.
      body.putInt(0).putShort((short) 0).putInt(TEXT);
      body.putShort((short) -1).putInt(-1).putShort((short) 0);
    }
  }

  private static void putRow(ByteBuffer body, @Nullable Object[] row) {
    body.putShort((short) row.length);
    for (Object cell : row) {
      if (cell == null) {
        body.putInt(-1);
      } else {
        byte[] value = text(cell).getBytes(StandardCharsets.UTF_8);
        body.putInt(value.length).put(value);
      }
    }
  }

  private static String text(Object cell) {
    if (cell instanceof Boolean flag) {
      return flag ? "t" : "f";
    }
    return cell.toString();
  }

  /** What the columns are, or that there are none. */
  byte[] rowDescription() {
    return rowDescription;
  }

  /** All rows, and how many they were. */
  byte[] rowsAndTag() {
    return rowsAndTag;
  }
}
