package dev.crossfade.benchmarks.memory;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * For pgjdbc's connection property {@code socketFactory}. The host and port of the URL do not
 * matter. Thread-safe.
 */
public final class MemorySocketFactory extends SocketFactory {

  /** pgjdbc's way here. Neither encryption is there, so that the driver must not ask for it. */
  public static final String URL =
      "jdbc:postgresql://memory/memory?user=memory&sslmode=disable&gssEncMode=disable"
          + "&socketFactory="
          + MemorySocketFactory.class.getName();

  @Override
  public Socket createSocket() {
    return new MemorySocket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    return createSocket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    return createSocket();
  }
}
