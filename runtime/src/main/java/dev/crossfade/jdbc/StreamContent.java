package dev.crossfade.jdbc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a stream held, to be read at several places.
 *
 * @param <S> the kind of stream
 */
final class StreamContent<S> {

  private final Supplier<@Nullable S> streams;

  private StreamContent(Supplier<@Nullable S> streams) {
    this.streams = streams;
  }

  static StreamContent<InputStream> bytes(@Nullable InputStream stream) throws SQLException {
    if (stream == null) {
      return new StreamContent<>(() -> null);
    }
    try {
      byte[] bytes = stream.readAllBytes();
      return new StreamContent<>(() -> new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static StreamContent<Reader> characters(@Nullable Reader reader) throws SQLException {
    if (reader == null) {
      return new StreamContent<>(() -> null);
    }
    try {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return new StreamContent<>(() -> new StringReader(text.toString()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static SQLException unreadable(IOException cause) {
    return new SQLException("The stream that a column is updated from can not be read.", cause);
  }

  @Nullable S again() {
    return streams.get();
  }
}
