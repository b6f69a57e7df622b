package dev.crossfade.proof;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schema with renames, as {@code src/test/resources/schemas/<name>.sql} tells it. The file's
 * sections:
 *
 * <ul>
 *   <li>{@code -- rename: users.full_name -> display_name | 'stale ' || id}, one line each: the
 *       expression is what a stale column holds, unique and no row's value
 *   <li>{@code -- session: <statement>}: run on every connection
 *   <li>{@code -- section: original}: the schema and its rows before the rename
 *   <li>{@code -- section: expand}: adds the new columns, with their indexes, to the original
 *   <li>{@code -- section: after}: what is needed to enter AFTER
 *   <li>{@code -- section: contract}: drops the old columns
 *   <li>{@code -- section: expand users.full_name}, and so on: the same for one rename of several,
 *       so that they can stand in different phases
 * </ul>
 *
 * Every table with a rename has an integer key {@code id}.
 */
record Schema(
    String name,
    List<Rename> renames,
    Map<Rename, String> garbage,
    List<String> session,
    Map<String, String> sections) {

  static final Path FOLDER = Path.of("src/test/resources/schemas");

  static Schema load(String name) {
    return parse(name, lines(name));
  }

  static Schema parse(String name, List<String> lines) {
    List<Rename> renames = new ArrayList<>();
    List<String> session = new ArrayList<>();
    Map<String, String> sections = new LinkedHashMap<>();
    Map<Rename, String> garbage = new LinkedHashMap<>();
    StringBuilder section = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("-- rename: ")) {
        String[] parts = line.substring("-- rename: ".length()).split(" \\| ", 2);
        Rename rename = parsed(parts[0]);
        renames.add(rename);
        garbage.put(rename, parts[1]);
      } else if (line.startsWith("-- session: ")) {
        session.add(line.substring("-- session: ".length()));
      } else if (line.startsWith("-- section: ")) {
        section = new StringBuilder();
        sections.put(line.substring("-- section: ".length()).strip(), "");
      } else {
        section.append(line).append('\n');
        String current = null;
        for (String key : sections.keySet()) {
          current = key;
        }
        if (current != null) {
          sections.put(current, section.toString());
        }
      }
    }
    return new Schema(name, List.copyOf(renames), garbage, List.copyOf(session), sections);
  }

  private static Rename parsed(String text) {
    String[] sides = text.split("->");
    ColumnName old = ColumnName.parse(sides[0].strip());
    return new Rename(old.table(), old.column(), Identifier.fold(sides[1]), Phase.BEFORE);
  }

  private static List<String> lines(String name) {
    try {
      return Files.readAllLines(FOLDER.resolve(name + ".sql"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Transitions transitions() {
    return Transitions.of(renames);
  }

  String garbage(Rename rename) {
    return garbage.get(rename);
  }

  Set<String> oldColumns(TableName table) {
    Set<String> columns = new LinkedHashSet<>();
    for (Rename rename : renames) {
      if (rename.table().equals(table)) {
        columns.add(rename.oldColumn());
      }
    }
    return columns;
  }

  String section(String section) {
    return sections.getOrDefault(section, "");
  }

  /** What takes these renames through a step, in their order. */
  String steps(String step, List<Rename> taken) {
    StringBuilder sql = new StringBuilder();
    if (taken.size() == renames.size()) {
      sql.append(section(step));
    } else if (!taken.isEmpty() && sections.containsKey(step)) {
      throw new IllegalStateException(name + " takes the step " + step + " with all its renames");
    }
    taken.forEach(rename -> sql.append(section(step + " " + rename.tracked())));
    return sql.toString();
  }

  /** Whether its renames may stand in different worlds. */
  boolean isSeparable() {
    return renames.size() > 1
        && !sections.containsKey("expand")
        && !sections.containsKey("after")
        && !sections.containsKey("contract");
  }

  /** The rename of that old column, as {@code Rename.tracked()} prints it. */
  Rename rename(String tracked) {
    for (Rename rename : renames) {
      if (rename.tracked().toString().equals(tracked)) {
        return rename;
      }
    }
    throw new IllegalArgumentException(name + " has no rename of " + tracked);
  }
}
