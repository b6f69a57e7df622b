package dev.crossfade.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statement of {@code src/test/resources/rewrites/<topic>/<file>.sql}. A file starts with
 * {@code -- schema: <name>}; each statement with {@code -- test: <what it shows>}, followed by any
 * of these and then by the text, up to the next test:
 *
 * <ul>
 *   <li>{@code -- names: new} (default): means what it means on the finished schema; {@code old}:
 *       on the original one; {@code star}: fetches or names both columns, and means what it means
 *       where they are always equal; {@code star old}: the same, writing through the old one;
 *       {@code both} and {@code both old}: the same without a star; {@code none}: must come back as
 *       the same String
 *   <li>{@code -- params: text 'Ada', int 5, null text, unknown '5'}
 *   <li>{@code -- setup: <statement>}: run first, as it stands
 *   <li>{@code -- refused: <phases or worlds or all>: <id>: <why that is right>}
 *   <li>{@code -- fails: <phases or worlds>: <SQLSTATE>: <why no rewriting could help>}
 *   <li>{@code -- skip: <phases or worlds>: <why it has no meaning there>}
 *   <li>{@code -- error: <SQLSTATE>}: what it means is this error
 *   <li>{@code -- empty}: it finds no row
 *   <li>{@code -- mask: <label>}: differs from run to run
 *   <li>{@code -- catalog: <what only the catalog knows>}: not tried without one
 *   <li>{@code -- open: <what is wrong>}: a known fault; fails as soon as it is mended
 *   <li>{@code -- missed: <why>}: a use that the analysis is known to miss
 *   <li>{@code -- usage: <why>}: what is said of the old column's use is not checked
 *   <li>{@code -- types: <why>}: the types of its result may differ
 *   <li>{@code -- random}: what it stores in the tracked column differs from run to run
 *   <li>{@code -- unordered}: despite its ORDER BY
 *   <li>{@code -- escapes}: the text writes tab as {@code \t}, and {@code \r}, {@code \n}
 * </ul>
 */
record Fixture(
    String file,
    String title,
    String schema,
    String names,
    Statements statements,
    Map<World, String> refused,
    Map<World, String> failing,
    Set<World> skipped,
    @Nullable String error,
    boolean empty,
    boolean needsCatalog,
    @Nullable String open,
    @Nullable String missed,
    boolean anyUsage,
    boolean anyType) {

  static final Path FOLDER = Path.of("src/test/resources/rewrites");

  static List<Fixture> all() {
    return all(FOLDER);
  }

  static List<Fixture> all(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Fixture> fixtures = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        fixtures.addAll(read(folder, file));
      }
      return fixtures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Fixture> read(Path folder, Path file) throws IOException {
    List<Fixture> fixtures = new ArrayList<>();
    String[] blocks = Files.readString(file, StandardCharsets.UTF_8).split("(?m)^-- test: ");
    String schema = blocks[0].replaceAll("(?s).*?-- schema: (\\S+).*", "$1");
    String name = folder.relativize(file).toString();
    for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
      fixtures.add(new Reader(name, schema).read(block));
    }
    return fixtures;
  }

  /** A statement that stands in no file. */
  static Fixture of(String file, String title, String schema, String names, Statements statements) {
    return new Fixture(
        file,
        title,
        schema,
        names,
        statements,
        Map.of(),
        Map.of(),
        Set.of(),
        null,
        false,
        true,
        null,
        null,
        true,
        false);
  }

  /** Where the text runs as written to say what it means in {@code world}. */
  World reference(World world) {
    return switch (names) {
      case "old" -> World.ORIGINAL;
      case "star" -> world == World.AFTER_DROPPED ? World.FINISHED : World.BOTH_BY_NEW;
      case "both" -> World.BOTH_BY_NEW;
      case "star old", "both old" -> World.BOTH_BY_OLD;
      default -> World.FINISHED;
    };
  }

  /** Whether the text has a meaning in {@code world}. */
  boolean runsIn(World world) {
    if (world.isReference() || skipped.contains(world)) {
      return false;
    }
    return switch (world) {
      // A name of the old column reads it as it stands, by design.
      case NEW_READ_BESIDE_AFTER -> names.equals("new") || names.equals("none");
      case AFTER_DROPPED -> !names.equals("star old");
      default -> true;
    };
  }

  private static final class Reader {
    private final String file;
    private final String schema;
    private String names = "new";
    private List<Parameter> parameters = List.of();
    private final List<String> setup = new ArrayList<>();
    private final Set<String> masked = new LinkedHashSet<>();
    private final Map<World, String> refused = new EnumMap<>(World.class);
    private final Map<World, String> failing = new EnumMap<>(World.class);
    private final Set<World> skipped = new LinkedHashSet<>();
    private @Nullable String error;
    private boolean empty;
    private boolean unordered;
    private boolean escapes;
    private boolean needsCatalog;
    private @Nullable String open;
    private @Nullable String missed;
    private boolean anyUsage;
    private boolean anyType;
    private boolean random;

    Reader(String file, String schema) {
      this.file = file;
      this.schema = schema;
    }

    Fixture read(String block) {
      int line = block.indexOf('\n');
      String title = block.substring(0, line).strip();
      String rest = block.substring(line + 1);
      while (rest.startsWith("-- ") && directive(rest.substring(3, rest.indexOf('\n')))) {
        rest = rest.substring(rest.indexOf('\n') + 1);
      }
      String sql = rest.replaceAll("\\s+\\z", "");
      if (escapes) {
        sql = sql.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n");
      }
      boolean ordered = !unordered && Statements.isOrdered(sql);
      return new Fixture(
          file,
          title,
          schema,
          names,
          new Statements(sql, parameters, setup, masked, ordered, random),
          refused,
          failing,
          skipped,
          error,
          empty,
          needsCatalog,
          open,
          missed,
          anyUsage,
          anyType);
    }

    private boolean directive(String text) {
      int colon = text.indexOf(':');
      String word = colon < 0 ? text.strip() : text.substring(0, colon);
      String value = colon < 0 ? "" : text.substring(colon + 1).strip();
      switch (word) {
        case "names" -> names = value;
        case "params" -> parameters = Parameter.parse(value);
        case "setup" -> setup.add(value);
        case "mask" -> masked.add(value);
        case "refused" -> {
          String[] parts = value.split(":\\s*", 3);
          worlds(parts[0]).forEach(world -> refused.put(world, parts[1]));
        }
        case "fails" -> {
          String[] parts = value.split(":\\s*", 3);
          worlds(parts[0]).forEach(world -> failing.put(world, parts[1]));
        }
        case "skip" -> skipped.addAll(worlds(value.split(":", 2)[0]));
        case "error" -> error = value;
        case "empty" -> empty = true;
        case "unordered" -> unordered = true;
        case "escapes" -> escapes = true;
        case "open" -> open = value;
        case "usage" -> anyUsage = true;
        case "types" -> anyType = true;
        case "missed" -> missed = value;
        case "catalog" -> needsCatalog = true;
        case "random" -> random = true;
        default -> {
          return false;
        }
      }
      return true;
    }

    private static Set<World> worlds(String list) {
      Set<World> worlds = new LinkedHashSet<>();
      for (String name : list.split(",\\s*")) {
        boolean known = false;
        for (World world : World.values()) {
          if (!world.isReference()
              && (name.equals("all")
                  || world.name().equals(name)
                  || world.phase.name().equals(name))) {
            worlds.add(world);
            known = true;
          }
        }
        if (!known) {
          throw new IllegalArgumentException("neither a phase nor a world: " + name);
        }
      }
      return worlds;
    }
  }
}
