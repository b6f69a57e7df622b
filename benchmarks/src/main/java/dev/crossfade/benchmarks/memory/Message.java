package dev.crossfade.benchmarks.memory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Encodes one message of the backend. */
final class Message {

  private static final int LONGEST = 1 << 13;

  private Message() {}

  static byte[] of(char type, Consumer<ByteBuffer> content) {
    ByteBuffer message = ByteBuffer.allocate(LONGEST);
    message.put((byte) type).putInt(0);
    content.accept(message);
    message.putInt(1, message.position() - 1);
    return Arrays.copyOf(message.array(), message.position());
  }

  static void putString(ByteBuffer body, String text) {
    body.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
  }
}
