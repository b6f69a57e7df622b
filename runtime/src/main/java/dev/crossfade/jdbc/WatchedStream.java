package dev.crossfade.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * A stream that the driver reads when it likes, some when they are bound. What it has read is
 * remembered while that is short, so that the stream can be bound again after a phase has moved.
 */
interface WatchedStream {

  /** The longest content, in bytes or characters, that is remembered. */
  int MOST_REMEMBERED = 1 << 20;

  /** Whether it was read further than is remembered. */
  boolean isSpent();

  /** The stream from its beginning, to be bound instead of this. */
  Object fromTheBeginning();

  static Object of(Object stream) {
    return stream instanceof InputStream bytes ? new Bytes(bytes) : new Text((Reader) stream);
  }

  /** A stream of bytes. */
  final class Bytes extends FilterInputStream implements WatchedStream {
    private final ByteArrayOutputStream read = new ByteArrayOutputStream(0);
    private boolean spent;

    Bytes(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        remember(new byte[] {(byte) next}, 0, 1);
      }
      return next;
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
      int count = super.read(into, start, length);
      if (count > 0) {
        remember(into, start, count);
      }
      return count;
    }

    private void remember(byte[] from, int start, int count) {
      if (!spent && read.size() + count <= MOST_REMEMBERED) {
        read.write(from, start, count);
      } else {
        spent = true;
        read.reset();
      }
    }

    @Override
    public long skip(long count) throws IOException {
      spent = true;
      return super.skip(count);
    }

    // Going back would have the same bytes remembered twice.
    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public boolean isSpent() {
      return spent;
    }

    @Override
    public Object fromTheBeginning() {
      if (read.size() == 0) {
        return this;
      }
      PushbackInputStream whole = new PushbackInputStream(in, read.size());
      try {
        whole.unread(read.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Bytes(whole);
    }
  }

  /** A stream of characters. */
  final class Text extends FilterReader implements WatchedStream {
    private final StringBuilder read = new StringBuilder(0);
    private boolean spent;

    Text(Reader text) {
      super(text);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        remember(new char[] {(char) next}, 0, 1);
      }
      return next;
    }

    @Override
    public int read(char[] into, int start, int length) throws IOException {
      int count = super.read(into, start, length);
      if (count > 0) {
        remember(into, start, count);
      }
      return count;
    }

    private void remember(char[] from, int start, int count) {
      if (!spent && read.length() + count <= MOST_REMEMBERED) {
        read.append(from, start, count);
      } else {
        spent = true;
        read.setLength(0);
      }
    }

    @Override
    public long skip(long count) throws IOException {
      spent = true;
      return super.skip(count);
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public boolean isSpent() {
      return spent;
    }

    @Override
    public Object fromTheBeginning() {
      if (read.length() == 0) {
        return this;
      }
      PushbackReader whole = new PushbackReader(in, read.length());
      try {
        whole.unread(read.toString().toCharArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Text(whole);
    }
  }
}
