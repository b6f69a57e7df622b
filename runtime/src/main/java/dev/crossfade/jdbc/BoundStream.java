package dev.crossfade.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.sql.SQLException;

/** Streams that are bound to two places, and so are held in memory. */
final class BoundStream {

  /** The longest stream, in bytes or characters, that is held in memory. */
  static final int LIMIT = 64 << 20;

  private BoundStream() {}

  /** A stream's content, which can be read as often as needed. */
  interface Held {
    Object open();
  }

  /**
   * Reads the stream up to {@code length}, or to its end if that is not given.
   *
   * @throws CrossfadeSqlException {@code stream-too-long}
   */
  static Held hold(Object stream, long length, Refusing refusing) throws SQLException {
    int most = length <= 0 || length > LIMIT ? LIMIT + 1 : (int) length;
    try {
      if (stream instanceof InputStream bytes) {
        byte[] content = bytes.readNBytes(most);
        requireWithinLimit(content.length, refusing);
        return () -> new ByteArrayInputStream(content);
      }
      String content = read((Reader) stream, most);
      requireWithinLimit(content.length(), refusing);
      return () -> new StringReader(content);
    } catch (IOException e) {
      throw new SQLException("The stream that was bound could not be read.", "22000", e);
    }
  }

  private static void requireWithinLimit(int length, Refusing refusing)
      throws CrossfadeSqlException {
    if (length > LIMIT) {
      throw refusing.refuse(Refusals.streamTooLong(LIMIT));
    }
  }

  private static String read(Reader reader, int most) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[8192];
    while (text.length() < most) {
      int read = reader.read(buffer, 0, Math.min(buffer.length, most - text.length()));
      if (read < 0) {
        break;
      }
      text.append(buffer, 0, read);
    }
    return text.toString();
  }
}
