package dev.crossfade.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine's name. */
final class Host {

  private Host() {}

  /** Not from {@code InetAddress}: where a name server does not answer, that waits for seconds. */
  static String name() {
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name.strip();
      }
    }
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException | RuntimeException e) {
      return "unknown";
    }
  }
}
