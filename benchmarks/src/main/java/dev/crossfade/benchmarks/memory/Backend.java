package dev.crossfade.benchmarks.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL's side of the frontend/backend protocol (documentation, chapter "Message Flow") for
 * one connection in autocommit that reads each result whole. Not thread-safe.
 */
final class Backend {

  private static final int PROTOCOL_3 = 196608;

  private static final byte[] PARSE_COMPLETE = Message.of('1', body -> {});
  private static final byte[] BIND_COMPLETE = Message.of('2', body -> {});
  private static final byte[] CLOSE_COMPLETE = Message.of('3', body -> {});
  private static final byte[] READY = Message.of('Z', body -> body.put((byte) 'I'));

  private final Map<String, Prepared> statements = new HashMap<>();
  private final Outbox out = new Outbox();
  private ByteBuffer in = ByteBuffer.allocate(1 << 16);
  private boolean started;
  private Reply bound = Reply.NONE;

  /** Takes bytes from the driver, and answers each message that is complete with them. */
  void receive(byte[] bytes, int offset, int length) {
    if (in.remaining() < length) {
      in.flip();
      in = ByteBuffer.allocate((in.remaining() + length) * 2).put(in);
    }
    in.put(bytes, offset, length).flip();
    int header = started ? 5 : 4;
    while (in.remaining() >= header) {
      int size = in.getInt(in.position() + header - 4) + header - 4;
      if (in.remaining() < size) {
        break;
      }
      int end = in.position() + size;
      int limit = in.limit();
      in.limit(end);
      answer();
      in.limit(limit).position(end);
      header = 5;
    }
    in.compact();
  }

  int available() {
    return out.available();
  }

  /** Gives bytes to the driver. */
  int send(byte[] into, int offset, int length) throws IOException {
    if (out.available() == 0) {
      // A real server would be silent, and a wrong benchmark hang.
      throw new IOException("the driver waits for an answer that will not come");
    }
    return out.take(into, offset, length);
  }

  private void answer() {
    if (!started) {
      start();
      return;
    }
    char type = (char) in.get();
    in.getInt();
    switch (type) {
      case 'P' -> {
        String name = string();
        statements.put(name, Prepared.of(string(), in));
        out.put(PARSE_COMPLETE);
      }
      case 'B' -> bind();
      case 'D' -> describe();
      case 'E' -> out.put(bound.rowsAndTag());
      case 'C' -> out.put(CLOSE_COMPLETE);
      case 'S' -> out.put(READY);
      case 'Q' -> {
        out.put(Reply.to(string(), "").rowsAndTag());
        out.put(READY);
      }
      case 'H', 'X' -> {}
      default -> throw new IllegalStateException("there is no answer to a message " + type);
    }
  }

  private void start() {
    in.getInt();
    int protocol = in.getInt();
    if (protocol != PROTOCOL_3) {
      throw new IllegalStateException("there is no answer to protocol " + protocol);
    }
    started = true;
    out.put(Message.of('R', body -> body.putInt(0)));
    parameter("server_version", "18.0");
    parameter("server_encoding", "UTF8");
    parameter("client_encoding", "UTF8");
    parameter("DateStyle", "ISO, MDY");
    parameter("TimeZone", "UTC");
    parameter("integer_datetimes", "on");
    parameter("standard_conforming_strings", "on");
    parameter("search_path", "\"$user\", public");
    out.put(Message.of('K', body -> body.putInt(1).putInt(1)));
    out.put(READY);
  }

  private void parameter(String name, String value) {
    out.put(
        Message.of(
            'S',
            body -> {
              Message.putString(body, name);
              Message.putString(body, value);
            }));
  }

  private void bind() {
    string();
    Prepared statement = statement(string());
    if (statement.isCatalogQuery()) {
      // Enough to find a table's name in, in text or in binary format.
      String values =
          new String(
              in.array(), in.position(), in.limit() - in.position(), StandardCharsets.ISO_8859_1);
      bound = Reply.to(statement.sql(), values);
    } else {
      bound = statement.reply();
    }
    out.put(BIND_COMPLETE);
  }

  private void describe() {
    if (in.get() == 'P') {
      out.put(bound.rowDescription());
    } else {
      Prepared statement = statement(string());
      out.put(statement.parameterDescription());
      out.put(statement.reply().rowDescription());
    }
  }

  private Prepared statement(String name) {
    Prepared statement = statements.get(name);
    if (statement == null) {
      throw new IllegalStateException("there is no prepared statement " + name);
    }
    return statement;
  }

  private String string() {
    int start = in.position();
    int end = start;
    byte[] array = in.array();
    while (array[end] != 0) {
      end++;
    }
    in.position(end + 1);
    return start == end ? "" : new String(array, start, end - start, StandardCharsets.UTF_8);
  }
}
