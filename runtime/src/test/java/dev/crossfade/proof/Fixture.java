package dev.crossfade.proof;

import dev.crossfade.model.Rename;
import dev.crossfade.testing.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
 *   <li>{@code -- old: people.nick}: the text uses the old name of these columns, one line each,
 *       whatever {@code names} says of the others
 *   <li>{@code -- together: people.name=DUAL_WRITE people.nick=AFTER_STALE}: run there too, one
 *       line a setting; {@code | <id>} behind it: refused there
 *   <li>{@code -- since: 15}: older servers do not know the syntax; they must say so, unless {@code
 *       | <what they take it for>} stands behind it
 *   <li>{@code -- data: 1\tx\n}: what a COPY FROM STDIN is sent, with {@code \t} and {@code \n}
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
    boolean anyType,
    Set<String> oldNamed,
    Map<Map<String, World>, String> together,
    int since,
    boolean misread) {

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
  static Fixture of(
      String file,
      String title,
      String schema,
      String names,
      Set<String> oldNamed,
      Set<World> skipped,
      boolean anyType,
      Statements statements) {
    return new Fixture(
        file,
        title,
        schema,
        names,
        statements,
        Map.of(),
        Map.of(),
        skipped,
        null,
        false,
        true,
        null,
        null,
        true,
        anyType,
        oldNamed,
        Map.of(),
        0,
        false);
  }

  /** Every setting to try it in: all renames in the same world, and those it names itself. */
  List<Setting> settings(Schema of) {
    List<Setting> settings = new ArrayList<>();
    for (World world : World.values()) {
      Setting setting = world.isReference() ? null : Setting.of(of, world);
      if (setting != null && runsIn(setting)) {
        settings.add(setting);
      }
    }
    for (Map<String, World> worlds : together.keySet()) {
      settings.add(setting(of, worlds));
    }
    return settings;
  }

  private static Setting setting(Schema of, Map<String, World> worlds) {
    Map<Rename, World> all = new LinkedHashMap<>();
    for (Rename rename : of.renames()) {
      World world = worlds.get(rename.tracked().toString());
      if (world == null) {
        throw new IllegalArgumentException(
            "-- together: names no world for " + rename.tracked() + ": " + worlds);
      }
      all.put(rename, world);
    }
    return Setting.of(of, all);
  }

  /** The id with which it is to be refused in {@code setting}, or null. */
  @Nullable String refusal(Setting setting) {
    for (Map.Entry<Map<String, World>, String> entry : together.entrySet()) {
      if (setting(setting.schema(), entry.getKey()).worlds().equals(setting.worlds())) {
        return entry.getValue().isEmpty() ? null : entry.getValue();
      }
    }
    return setting.isUniform() ? refused.get(setting.worlds().values().iterator().next()) : null;
  }

  /** The SQLSTATE with which it fails in {@code setting} although it means something, or null. */
  @Nullable String failure(Setting setting) {
    return setting.isUniform() ? failing.get(setting.worlds().values().iterator().next()) : null;
  }

  /** Where the text runs as written to say what it means in {@code setting}. */
  Setting reference(Setting setting) {
    Setting reference = setting.reference(this::reference);
    boolean shows = names.startsWith("star") || names.startsWith("both");
    return shows ? reference : Setting.of(setting.schema(), reference.worlds());
  }

  private World reference(Rename rename, World world) {
    boolean old = names.endsWith("old") || oldNamed.contains(rename.tracked().toString());
    if (names.startsWith("star") || names.startsWith("both")) {
      if (world == World.AFTER_DROPPED && names.startsWith("star") && !old) {
        return World.FINISHED;
      }
      return old ? World.BOTH_BY_OLD : World.BOTH_BY_NEW;
    }
    return old ? World.ORIGINAL : World.FINISHED;
  }

  /** Whether the text has a meaning in {@code setting}. */
  boolean runsIn(Setting setting) {
    for (Map.Entry<Rename, World> entry : setting.worlds().entrySet()) {
      boolean old = names.endsWith("old") || oldNamed.contains(entry.getKey().tracked().toString());
      World world = entry.getValue();
      if (skipped.contains(world)) {
        return false;
      }
      // A star shows the old column as it stands there, and the dropped one not at all.
      if (world == World.NEW_READ_BESIDE_AFTER
              && (names.startsWith("star") || names.startsWith("both"))
          || world == World.AFTER_DROPPED && names.startsWith("star") && old) {
        return false;
      }
    }
    return true;
  }

  /** Whether this server is too old for the syntax. */
  boolean isTooNew() {
    return Postgres.version() < since;
  }

  /** As a block of a fixture file. */
  String render(Setting where) {
    StringBuilder text = new StringBuilder("-- test: " + title + "\n");
    if (!names.equals("new")) {
      text.append("-- names: ").append(names).append('\n');
    }
    oldNamed.forEach(column -> text.append("-- old: ").append(column).append('\n'));
    if (!statements.parameters().isEmpty()) {
      List<String> list = statements.parameters().stream().map(Parameter::render).toList();
      text.append("-- params: ").append(String.join(", ", list)).append('\n');
    }
    if (statements.data() != null) {
      String data = statements.data().replace("\t", "\\t").replace("\n", "\\n");
      text.append("-- data: ").append(data).append('\n');
    }
    if (!where.isUniform()) {
      List<String> worlds = new ArrayList<>();
      where.worlds().forEach((rename, world) -> worlds.add(rename.tracked() + "=" + world));
      text.append("-- together: ").append(String.join(" ", worlds)).append('\n');
    }
    return text.append(statements.sql()).append('\n').toString();
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
    private @Nullable String data;
    private int since;
    private boolean misread;
    private final Set<String> oldNamed = new LinkedHashSet<>();
    private final Map<Map<String, World>, String> together = new LinkedHashMap<>();

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
          new Statements(sql, parameters, setup, masked, ordered, random, data),
          refused,
          failing,
          skipped,
          error,
          empty,
          needsCatalog,
          open,
          missed,
          anyUsage,
          anyType,
          oldNamed,
          together,
          since,
          misread);
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
        case "old" -> oldNamed.add(value);
        case "since" -> {
          since = Integer.parseInt(value.split(" ")[0]);
          misread = value.contains("|");
        }
        case "data" -> data = value.replace("\\t", "\t").replace("\\n", "\n");
        case "together" -> together(value);
        default -> {
          return false;
        }
      }
      return true;
    }

    private void together(String value) {
      String[] parts = value.split("\\s*\\|\\s*", 2);
      Map<String, World> worlds = new LinkedHashMap<>();
      for (String part : parts[0].split(" (?=[^ ]*=[A-Z_]+( |$))")) {
        int equals = part.lastIndexOf('=');
        worlds.put(part.substring(0, equals), World.valueOf(part.substring(equals + 1)));
      }
      together.put(worlds, parts.length > 1 ? parts[1] : "");
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
