package dev.crossfade.benchmarks.memory;

import java.util.Arrays;

/** Bytes on their way to the driver. Not thread-safe. */
final class Outbox {

  private byte[] bytes = new byte[1 << 16];
  private int start;
  private int end;

  int available() {
    return end - start;
  }

  /** Adds messages. */
  void put(byte[] messages) {
    if (bytes.length - end < messages.length) {
      bytes = Arrays.copyOf(bytes, (end + messages.length) * 2);
    }
    System.arraycopy(messages, 0, bytes, end, messages.length);
    end += messages.length;
  }

  /** Hands over what fits. */
  int take(byte[] into, int offset, int length) {
    int taken = Math.min(length, end - start);
    System.arraycopy(bytes, start, into, offset, taken);
    start += taken;
    if (start == end) {
      start = 0;
      end = 0;
    }
    return taken;
  }
}
