package dev.crossfade.agent.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file of one instance, replaced as a whole: a reader sees the state before or after. */
final class ReportFile {

  private final Path file;
  private final Path temporary;
  private final String instance;

  private ReportFile(Path directory, String service, String instance) {
    String name = clean(service) + "-" + clean(instance) + ".jsonl";
    this.file = directory.resolve(name);
    this.temporary = directory.resolve(name + ".tmp");
    this.instance = instance;
  }

  /**
   * A file that no other JVM has. An instance that was given the name of an earlier one, as a job
   * that has the same name every night, must not overwrite what that one saw: it gets a number
   * after its name.
   *
   * @throws IOException if there can be no file in the directory
   */
  static ReportFile claim(Path directory, String service, String instance) throws IOException {
    Files.createDirectories(directory);
    for (int number = 1; ; number++) {
      String name = number == 1 ? instance : instance + "-" + number;
      ReportFile claimed = new ReportFile(directory, service, name);
      if (!Files.exists(claimed.file) && claimed.reserve()) {
        return claimed;
      }
    }
  }

  private boolean reserve() throws IOException {
    try {
      Files.createFile(temporary);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  Path path() {
    return file;
  }

  /** The instance's name, which is the file's alone. */
  String instance() {
    return instance;
  }

  /**
   * Replaces the content.
   *
   * @throws IOException if it could not; the content is what it was then
   */
  void replace(byte[] body, byte[] end) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      write(body, end);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private void write(byte[] body, byte[] end) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (byte[] part : new byte[][] {body, end}) {
        ByteBuffer buffer = ByteBuffer.wrap(part);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      // Renamed without this, a file may be empty after a power failure.
      channel.force(true);
    }
  }

  private static String clean(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
