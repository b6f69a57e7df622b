package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.proof.RandomTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A schema made at random: a table with several renames and unique columns, one that may be
 * partitioned or inherited from, one without renames that has all their names, and a view.
 */
final class RandomSchema {

  /** Old and new names; the later ones need care. */
  private static final String[][] NAMES = {
    {"name", "label"},
    {"nick", "handle"},
    {"title", "subject"},
    {"full_name", "display_name"},
    {"year", "value"},
    {"user", "order"},
    {"Full Name", "Größe \"x\""},
    {"größe", "naïve"},
    {"Name", "NAME"},
    {"from", "where"},
    {"a?b", "c*/d"},
    {"key", "type"},
    {"a".repeat(63), "b".repeat(63)},
  };

  private final Choices choices;
  private final String name;
  private final List<String[]> names = new ArrayList<>(List.of(NAMES));
  private final List<RandomTable> tables = new ArrayList<>();
  private final List<Rename> renames = new ArrayList<>();
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder original = new StringBuilder();
  private final StringBuilder steps = new StringBuilder();

  private RandomSchema(Choices choices, String name) {
    this.choices = choices;
    this.name = name;
  }

  /** A schema and what the generator must know of it. */
  record Made(Schema schema, List<RandomTable> tables, String text) {}

  /** The schema that the seed makes; 0 is the plainest. */
  static Made make(long seed) {
    Choices choices = seed == 0 ? Choices.of(List.of()) : Choices.random(seed);
    return new RandomSchema(choices, "random_" + seed).make();
  }

  private Made make() {
    original.append(
        """
        CREATE TYPE pair AS (word text, n int);
        CREATE SEQUENCE code_seq;
        CREATE SEQUENCE number_seq;
        CREATE FUNCTION next_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'code ' || nextval('code_seq') $$;
        CREATE FUNCTION next_number() RETURNS int LANGUAGE sql VOLATILE AS $$ SELECT nextval('number_seq')::int $$;
        """);
    people();
    tasks();
    extra();
    view();
    String text =
        "-- Made at random.\n"
            + head
            + "\n-- section: original\n"
            + original
            + "\n"
            + steps.toString().stripTrailing()
            + "\n";
    return new Made(Schema.parse(name, text.lines().toList()), List.copyOf(tables), text);
  }

  private void people() {
    String table = choices.chance(15) ? "Full Table" : "people";
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", RandomType.INT, null, true));
    columns.add(renamed(table, RandomType.TEXT, false));
    columns.add(new Column("team", RandomType.INT, null, false));
    columns.add(renamed(table, RandomType.TEXT, true));
    columns.add(new Column("score", RandomType.INT, null, false));
    columns.add(new Column("code", RandomType.TEXT, null, true));
    columns.add(
        choices.chance(40)
            ? renamed(table, RandomType.TEXTS, false)
            : new Column("tags", RandomType.TEXTS, null, false));
    columns.add(
        choices.chance(30)
            ? renamed(table, RandomType.PAIR, false)
            : new Column("spot", RandomType.PAIR, null, false));
    String dflt = choices.chance(35) ? "'none'" : null;
    boolean required = choices.chance(30);
    define(table, columns, "", columns.get(1), dflt, required);
    rows(table, columns, 7, required ? columns.get(1) : null);
    tables.add(new RandomTable(table, columns, List.of(table), false));
  }

  private void tasks() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", RandomType.INT, null, true));
    columns.add(new Column("owner", RandomType.INT, null, false));
    columns.add(renamed("tasks", choices.chance(35) ? RandomType.INT : RandomType.TEXT, false));
    columns.add(new Column("points", RandomType.INT, null, false));
    List<String> reach = new ArrayList<>(List.of("tasks"));
    int kind = choices.pick(3);
    define("tasks", columns, kind == 1 ? " PARTITION BY RANGE (id)" : "", null, null, false);
    if (kind == 1) {
      // Attached, so that its columns stand in another order.
      original.append(
          "CREATE TABLE tasks_low (points int, owner int, %s %s, id int NOT NULL);\n"
                  .formatted(Identifier.render(columns.get(2).name()), columns.get(2).type().sql)
              + "ALTER TABLE tasks ATTACH PARTITION tasks_low FOR VALUES FROM (MINVALUE) TO (4);\n"
              + "CREATE TABLE tasks_rest PARTITION OF tasks DEFAULT;\n");
      reach.add("tasks_low");
      reach.add("tasks_rest");
    } else if (kind == 2) {
      original.append("CREATE TABLE tasks_old (closed int) INHERITS (tasks);\n");
      reach.add("tasks_old");
    }
    rows("tasks", columns, 6, null);
    if (kind == 2) {
      original.append(
          "INSERT INTO tasks_old (id, owner, %s, closed) VALUES (21, 1, %s, 1), (22, 2, NULL, 2);\n"
              .formatted(Identifier.render(columns.get(2).name()), columns.get(2).type().value(2)));
    }
    tables.add(new RandomTable("tasks", columns, reach, false));
  }

  /** Has every name of every rename, and is in none. */
  private void extra() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", RandomType.INT, null, true));
    for (Rename rename : renames) {
      columns.add(new Column(rename.oldColumn(), RandomType.TEXT, null, false));
      columns.add(new Column(rename.newColumn(), RandomType.TEXT, null, false));
    }
    columns.add(new Column("points", RandomType.INT, null, false));
    define("extra", columns, "", null, null, false);
    rows("extra", columns, 4, null);
    tables.add(new RandomTable("extra", columns, List.of("extra"), false));
  }

  private void view() {
    RandomTable people = tables.get(0);
    List<Column> columns = new ArrayList<>();
    for (Column column : people.columns()) {
      if (column.rename() == null) {
        columns.add(column);
      }
    }
    String list =
        String.join(", ", columns.stream().map(c -> Identifier.render(c.name())).toList());
    original.append("CREATE VIEW brief AS SELECT " + list + " FROM " + people.sql() + ";\n");
    tables.add(new RandomTable("brief", columns, List.of("brief"), true));
  }

  private Column renamed(String table, RandomType type, boolean unique) {
    String[] pair = names.remove(choices.pick(names.size()));
    Rename rename = new Rename(new TableName(null, table), pair[0], pair[1], Phase.BEFORE);
    renames.add(rename);
    head.append(
        "-- rename: %s -> %s | %s\n"
            .formatted(rename.tracked(), Identifier.render(pair[1]), type.stale));
    return new Column(pair[0], type, rename, unique);
  }

  private void define(
      String table,
      List<Column> columns,
      String suffix,
      Column special,
      String dflt,
      boolean required) {
    String sql = Identifier.render(table);
    List<String> lines = new ArrayList<>();
    for (Column column : columns) {
      boolean isSpecial = column == special;
      lines.add(
          Identifier.render(column.name())
              + " "
              + type(column)
              + (column.name().equals("id") ? " PRIMARY KEY" : column.unique() ? " UNIQUE" : "")
              + (isSpecial && dflt != null ? " DEFAULT " + dflt : "")
              + (isSpecial && required ? " NOT NULL" : ""));
    }
    original.append("CREATE TABLE " + sql + " (" + String.join(", ", lines) + ")" + suffix + ";\n");
    for (Column column : columns) {
      if (column.rename() != null) {
        boolean isSpecial = column == special;
        step(sql, column, isSpecial ? dflt : null, isSpecial && required);
      }
    }
  }

  private static String type(Column column) {
    return column.unique() && column.type() == RandomType.TEXT ? "varchar(40)" : column.type().sql;
  }

  private void step(String table, Column column, String dflt, boolean required) {
    String o = Identifier.render(column.name());
    String n = Identifier.render(column.rename().newColumn());
    String id = column.rename().tracked().toString();
    steps.append("-- section: expand " + id + "\n");
    steps.append("ALTER TABLE " + table + " ADD " + n + " " + type(column) + ";\n");
    if (column.unique()) {
      steps.append("ALTER TABLE " + table + " ADD UNIQUE (" + n + ");\n");
    }
    if (dflt != null) {
      steps.append("ALTER TABLE " + table + " ALTER " + n + " SET DEFAULT " + dflt + ";\n");
    }
    if (dflt != null || required) {
      steps.append("\n-- section: after " + id + "\n");
      steps.append("ALTER TABLE " + table + " ALTER " + o + " DROP NOT NULL, ALTER " + o);
      steps.append(" DROP DEFAULT" + (required ? ", ALTER " + n + " SET NOT NULL" : "") + ";\n");
    }
    steps.append("\n-- section: contract " + id + "\n");
    steps.append("ALTER TABLE " + table + " DROP " + o + ";\n\n");
  }

  private void rows(String table, List<Column> columns, int count, Column required) {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      int row = i;
      rows.add(
          columns.stream()
              .map(column -> value(column, row, column == required))
              .collect(Collectors.joining(", ", "(", ")")));
    }
    original.append("INSERT INTO " + Identifier.render(table) + " VALUES\n  ");
    original.append(String.join(",\n  ", rows)).append(";\n");
  }

  private String value(Column column, int row, boolean required) {
    if (column.name().equals("id")) {
      return Integer.toString(row);
    }
    if (column.unique()) {
      return row == 3 ? "NULL" : "'" + column.name().charAt(0) + row + "'";
    }
    int number = choices.pick(7);
    return column.type().value(required && number == 0 ? 1 : number);
  }
}
