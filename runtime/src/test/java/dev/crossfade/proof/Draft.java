package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Rename;
import dev.crossfade.proof.RandomTable.Column;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A random statement being written: the decisions, and what is known of it so far. */
final class Draft {

  private static final String MARK = "\u0001";

  final Choices choices;
  final List<RandomTable> tables;

  /** The shapes that it has; what the run counts. */
  final Set<String> kinds = new TreeSet<>();

  /** Whether it shows both columns of a rename. */
  boolean star;

  /** Whether a type of its result may be another. */
  boolean anyType;

  /** Whether the order of its rows is part of its meaning. */
  boolean ordered;

  /** Whether SET may take a row from a query: MERGE with two of them ends the server (18.6). */
  boolean rowQuery = true;

  /** Whether it can be sent with bound values. */
  boolean binds = true;

  /** What a COPY FROM STDIN is sent. */
  @Nullable String data;

  /** Whether a volatile function here is called at most once. */
  private boolean once;

  private int aliases;
  private final Set<Rename> old = new LinkedHashSet<>();
  private final Set<World> skipped = EnumSet.noneOf(World.class);
  private final List<Parameter> parameters = new ArrayList<>();

  Draft(Choices choices, List<RandomTable> tables) {
    this.choices = choices;
    this.tables = tables;
    int manner = choices.pick(10);
    boolean isFirst = false;
    for (Rename rename : renames()) {
      // Every other one: more mixtures would need more databases, and show no more.
      isFirst = !isFirst;
      if (manner == 9 || manner > 6 && isFirst) {
        old.add(rename);
      }
    }
  }

  private List<Rename> renames() {
    List<Rename> renames = new ArrayList<>();
    tables.forEach(table -> renames.addAll(table.renames()));
    return renames;
  }

  /** Counts a shape. */
  String kind(String kind, String text) {
    kinds.add(kind);
    return text;
  }

  String name(Column column) {
    boolean isNew = column.rename() != null && !old.contains(column.rename());
    return isNew ? column.rename().newColumn() : column.name();
  }

  /** The statement goes by positions, and so knows only the old columns. */
  void byPosition() {
    old.addAll(renames());
    skipped.add(World.AFTER_DROPPED);
  }

  /** It has no meaning in that world. */
  void skip(World world) {
    skipped.add(world);
  }

  String alias(String prefix) {
    return prefix + aliases++;
  }

  /** Lets a volatile function be called, once. */
  void allowVolatile() {
    once = true;
  }

  boolean takeVolatile() {
    boolean was = once;
    once = false;
    return was;
  }

  /** Nothing written meanwhile calls a volatile function, as it may be evaluated often. */
  boolean forbidVolatile() {
    return takeVolatile();
  }

  void restoreVolatile(boolean was) {
    once = was;
  }

  /** A bound value, or a literal where none can be bound. Each tells from the others. */
  String parameter(RandomType type) {
    int number = choices.pick(7);
    if (!binds || type == RandomType.PAIR) {
      return type == RandomType.PAIR ? type.value(number) + "::pair" : type.value(number);
    }
    String value =
        switch (type) {
          case TEXT -> new String[] {"ann", "bob", "p1", "p2", "n2", "Zoë 'q'", null}[number];
          case INT -> new String[] {"3", "1", "4", "2", "7", "0", null}[number];
          default -> new String[] {"x|y", "a|b", "b", "z", "ann", "p", null}[number];
        };
    String word = type == RandomType.TEXTS ? "text[]" : type.sql;
    parameters.add(new Parameter(word, value));
    return MARK + (parameters.size() - 1) + MARK;
  }

  /** A name of a column under rename, old or new. */
  String trackedName() {
    List<String> names = new ArrayList<>();
    for (RandomTable table : tables) {
      for (Rename rename : table.renames()) {
        names.add(rename.newColumn());
        names.add(rename.oldColumn());
      }
    }
    return choices.from(names);
  }

  /** The name as SQL, at times in another spelling of the same. */
  String spelled(String name) {
    String plain = Identifier.render(name);
    int manner = choices.pick(60);
    if (manner == 59) {
      return kind("quoted name", Identifier.quote(name));
    }
    if (manner == 58 && plain.equals(name)) {
      return kind("upper-case name", asciiUpper(name));
    }
    if (manner == 57 && name.length() < 63) {
      String rest = name.substring(1).replace("\\", "\\\\").replace("\"", "\"\"");
      return kind("Unicode-escaped name", "U&\"\\%04x%s\"".formatted((int) name.charAt(0), rest));
    }
    return plain;
  }

  private static String asciiUpper(String name) {
    StringBuilder upper = new StringBuilder();
    name.chars().forEach(c -> upper.append((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)));
    return upper.toString();
  }

  Fixture finish(String title, String schema, String sql) {
    List<Parameter> bound = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String[] parts = sql.split(MARK);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 0) {
        text.append(parts[i]);
      } else {
        text.append('?');
        bound.add(parameters.get(Integer.parseInt(parts[i])));
      }
    }
    Set<String> oldNamed = new LinkedHashSet<>();
    old.forEach(rename -> oldNamed.add(rename.tracked().toString()));
    Statements statements =
        new Statements(
            text.toString(), List.copyOf(bound), List.of(), Set.of(), ordered, false, data);
    return Fixture.of(
        "random", title, schema, star ? "star" : "new", oldNamed, skipped, anyType, statements);
  }
}
