package dev.crossfade.migrate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The transitions that a build declared, read from the descriptors that the processor left in a
 * directory of classes, a jar, or a jar in a jar, without loading any class of it.
 */
public final class Descriptors {

  private static final String PATH = "META-INF/crossfade/transitions.json";
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Transition> found = new ArrayList<>();

  private Descriptors() {}

  /**
   * Reads them all.
   *
   * @throws CrossfadeException {@code unreadable-descriptor}, {@code no-descriptor}, {@code
   *     clashing-transitions}
   */
  public static Transitions read(List<Path> places) {
    Descriptors descriptors = new Descriptors();
    for (Path place : places) {
      int before = descriptors.found.size();
      try {
        descriptors.place(place);
      } catch (IOException e) {
        throw unreadable(place.toString(), e.getClass().getSimpleName());
      }
      if (descriptors.found.size() == before) {
        throw new CrossfadeException(
            new Problem(
                "no-descriptor",
                "No transition is declared there.",
                place.toString(),
                "it holds no " + PATH,
                "name a directory of compiled classes or a jar that was built with"
                    + " crossfade-processor"));
      }
    }
    return Transitions.of(descriptors.found);
  }

  private void place(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      try (InputStream bytes = Files.newInputStream(place)) {
        jar(bytes, place.toString());
      }
      return;
    }
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.endsWith(PATH)) {
          descriptor(Files.readAllBytes(file), file.toString());
        }
      }
    }
  }

  private void jar(InputStream bytes, String where) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(bytes)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = where + "!" + entry.getName();
        if (entry.getName().endsWith(PATH)) {
          descriptor(entries.readAllBytes(), name);
        } else if (entry.getName().endsWith(".jar")) {
          jar(new ByteArrayInputStream(entries.readAllBytes()), name);
        }
      }
    }
  }

  /** A file may hold several descriptors: a shaded jar's appending transformer joins them. */
  private void descriptor(byte[] bytes, String where) throws IOException {
    List<JsonNode> roots;
    try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(bytes)) {
      roots = values.readAll();
    } catch (JacksonException e) {
      throw unreadable(where, "it is not JSON");
    }
    if (roots.isEmpty()) {
      throw unreadable(where, "it is empty");
    }
    for (JsonNode root : roots) {
      descriptor(root, where);
    }
  }

  private void descriptor(JsonNode root, String where) {
    if (root.path("format").asInt() != 1 || !root.path("transitions").isArray()) {
      throw unreadable(where, "its format is not 1");
    }
    for (JsonNode entry : root.path("transitions")) {
      found.add(transition(entry, where));
    }
  }

  private static Transition transition(JsonNode entry, String where) {
    JsonNode schema = entry.path("schema");
    if (!entry.path("kind").asText().equals("rename")
        || !entry.path("table").isTextual()
        || !entry.path("oldColumn").isTextual()
        || !entry.path("newColumn").isTextual()) {
      throw unreadable(where, "it holds a transition that this version does not know");
    }
    return new Rename(
        new TableName(schema.isTextual() ? schema.textValue() : null, entry.path("table").asText()),
        entry.path("oldColumn").asText(),
        entry.path("newColumn").asText(),
        Phase.parse(entry.path("declaredPhase").asText("BEFORE"), where));
  }

  private static CrossfadeException unreadable(String where, String why) {
    return new CrossfadeException(
        new Problem(
            "unreadable-descriptor",
            "A transition descriptor can not be read.",
            where,
            why,
            "build that module again with the same version of crossfade"));
  }
}
