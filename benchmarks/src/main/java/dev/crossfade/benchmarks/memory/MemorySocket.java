package dev.crossfade.benchmarks.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;

/** A socket with the other end in the same object. Not thread-safe. */
final class MemorySocket extends Socket {

  private final Backend backend = new Backend();
  private boolean closed;
  private int timeout;

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public void connect(SocketAddress address) {
    // There is nowhere to go.
  }

  @Override
  public void connect(SocketAddress address, int timeout) {
    // There is nowhere to go.
  }

  @Override
  public void setTcpNoDelay(boolean on) {
    // Nothing is ever delayed.
  }

  @Override
  public void setKeepAlive(boolean on) {
    // Nothing is ever lost.
  }

  @Override
  public synchronized void setSoTimeout(int timeout) {
    this.timeout = timeout;
  }

  @Override
  public synchronized int getSoTimeout() {
    return timeout;
  }

  @Override
  public int getSendBufferSize() {
    return 8192;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        backend.receive(bytes, offset, length);
      }
    };
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        read(one, 0, 1);
        return one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return backend.send(into, offset, length);
      }

      @Override
      public int available() {
        return backend.available();
      }
    };
  }
}
