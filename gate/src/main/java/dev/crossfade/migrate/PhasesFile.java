package dev.crossfade.migrate;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The properties file that services take their phases from: {@code users.display_name=DUAL_WRITE}.
 * A change keeps every other line as it is and replaces the file in one move, so that a service
 * reads the old or the new state. Immutable.
 */
public final class PhasesFile {

  private final Path file;

  public PhasesFile(Path file) {
    this.file = file;
  }

  /**
   * The phase of {@code transition}, or null where the file does not name it or does not exist.
   *
   * @throws CrossfadeException {@code phases-file-unreadable}, {@code unknown-phase}
   */
  public @Nullable Phase phase(Transition transition) {
    Phase found = null;
    for (String line : lines()) {
      Phase phase = phaseIn(line, transition);
      if (phase != null && found != null) {
        throw unreadable("it names " + transition.id() + " twice");
      }
      found = phase == null ? found : phase;
    }
    return found;
  }

  /** Writes the phase of {@code transition}. */
  void write(Transition transition, Phase phase) {
    List<String> lines = new ArrayList<>();
    boolean replaced = false;
    for (String line : lines()) {
      boolean ours = phaseIn(line, transition) != null;
      lines.add(ours ? entry(transition, phase) : line);
      replaced |= ours;
    }
    if (!replaced) {
      lines.add(entry(transition, phase));
    }
    replace(String.join("\n", lines) + "\n");
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private static String entry(Transition transition, Phase phase) {
    StringBuilder key = new StringBuilder();
    for (char c : transition.id().toString().toCharArray()) {
      // What java.util.Properties would take for the end of the key, or a comment.
      if (c == ' ' || c == ':' || c == '=' || c == '\\' || c == '#' || c == '!') {
        key.append('\\');
      }
      key.append(c);
    }
    return key + "=" + phase;
  }

  private @Nullable Phase phaseIn(String line, Transition transition) {
    Properties entry = new Properties();
    try {
      entry.load(new StringReader(line));
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable("a line is no property");
    }
    for (String key : entry.stringPropertyNames()) {
      if (names(key, transition)) {
        return Phase.parse(entry.getProperty(key), file + ", " + key);
      }
    }
    return null;
  }

  private static boolean names(String key, Transition transition) {
    try {
      return transition.answersTo(ColumnName.parse(key));
    } catch (CrossfadeException | IllegalArgumentException e) {
      return false; // Another program's property: not ours to judge.
    }
  }

  private List<String> lines() {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.stream().anyMatch(line -> line.endsWith("\\"))) {
        throw unreadable("a line is continued by a backslash, which is not supported");
      }
      return lines;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw unreadable(e.getClass().getSimpleName());
    }
  }

  private void replace(String text) {
    Path target = file.toAbsolutePath();
    Path beside = target.resolveSibling(target.getFileName() + ".crossfade-new");
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        // Without this a crash of the machine may leave an empty file under the final name.
        channel.force(true);
      }
      keepPermissions(target, beside);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CrossfadeException(
          new Problem(
              "phases-file-unwritable",
              "The phases file can not be written.",
              file.toString(),
              e.getClass().getSimpleName() + "; the file is as it was",
              "make its directory writable and run again"));
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && fresh != null && Files.exists(from)) {
      fresh.setPermissions(old.readAttributes().permissions());
    }
  }

  private CrossfadeException unreadable(String why) {
    return new CrossfadeException(
        new Problem(
            "phases-file-unreadable",
            "The phases file can not be read.",
            file.toString(),
            why,
            "correct it by hand; a line reads users.display_name=DUAL_WRITE"));
  }
}
