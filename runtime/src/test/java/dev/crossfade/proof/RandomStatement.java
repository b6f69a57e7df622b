package dev.crossfade.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A random statement over the schema {@code mixed} whose result does not depend on the plan: LIMIT
 * only behind a total order, joins of writes only by keys, no volatile function.
 */
final class RandomStatement {

  private static final String TEXT = "text";
  private static final String INT = "int";

  /** A visible column; {@code shared} if a bare use of its name may be another's. */
  private record Column(String owner, String name, String type, boolean shared) {
    String qualified() {
      return owner + "." + name;
    }
  }

  private record Source(String sql, List<Column> columns, boolean isTable) {}

  private record Query(String sql, List<String> labels, List<String> types) {}

  private final Choices choices;
  private final boolean old;
  private final List<Parameter> parameters = new ArrayList<>();
  private boolean star;
  private boolean ordered;
  private int aliases;

  private RandomStatement(Choices choices) {
    this.choices = choices;
    this.old = choices.chance(30);
  }

  /** The statement that the choices make, as a fixture. */
  static Fixture make(Choices choices, String title) {
    RandomStatement random = new RandomStatement(choices);
    Statements statements = random.finish(random.statement());
    String names = random.star ? random.old ? "star old" : "star" : random.old ? "old" : "new";
    return Fixture.of("random", title, "mixed", names, Set.of(), statements);
  }

  private String statement() {
    int kind = choices.pick(100);
    if (kind < 50) {
      return select();
    }
    if (kind < 64) {
      return update();
    } else if (kind < 80) {
      return insert();
    } else if (kind < 87) {
      return delete();
    } else if (kind < 94) {
      return writeInCte();
    }
    return merge();
  }

  // ---- names

  private String name(String oldName, String newName) {
    return old ? oldName : newName;
  }

  private List<Column> columns(String table, String owner) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(owner, "id", INT, true));
    switch (table) {
      case "people" -> {
        columns.add(new Column(owner, name("name", "label"), TEXT, true));
        columns.add(new Column(owner, name("nick", "handle"), TEXT, true));
        columns.add(new Column(owner, "team", INT, false));
        columns.add(new Column(owner, "score", INT, false));
        columns.add(new Column(owner, "code", TEXT, false));
      }
      case "tasks" -> {
        columns.add(new Column(owner, name("title", "subject"), TEXT, true));
        columns.add(new Column(owner, "owner", INT, false));
        columns.add(new Column(owner, "points", INT, true));
      }
      default -> {
        for (String column : new String[] {"name", "label", "subject", "title", "handle", "nick"}) {
          columns.add(new Column(owner, column, TEXT, true));
        }
        columns.add(new Column(owner, "points", INT, true));
      }
    }
    return columns;
  }

  // ---- queries

  private String select() {
    if (choices.chance(12)) {
      Query one = query(2, List.of(), List.of(TEXT, INT), false);
      Query other = query(2, List.of(), List.of(TEXT, INT), false);
      String operator =
          choices.of(new String[] {" UNION ALL ", " UNION ", " EXCEPT ", " INTERSECT "});
      ordered = choices.chance(50);
      return one.sql() + operator + other.sql() + (ordered ? " ORDER BY 1, 2" : "");
    }
    if (choices.chance(15)) {
      Query inner = query(2, List.of(), null, false);
      Source cte = named(inner, "c0", "c0");
      return "WITH c0 AS (" + inner.sql() + ") " + query(1, List.of(), null, true, cte).sql();
    }
    return query(0, List.of(), null, true).sql();
  }

  /** A SELECT; {@code types} fixes its columns' types, {@code outer} what it may refer to. */
  private Query query(
      int depth, List<Column> outer, List<String> types, boolean top, Source... given) {
    List<Source> sources = new ArrayList<>();
    StringBuilder from = new StringBuilder();
    Source first = given.length > 0 ? given[0] : source(depth);
    sources.add(first);
    from.append(first.sql());
    int joins = depth > 1 ? choices.pick(2) : choices.pick(3);
    for (int i = 0; i < joins; i++) {
      join(depth, sources, from);
    }
    List<Column> scope = new ArrayList<>();
    sources.forEach(source -> scope.addAll(source.columns()));
    String where = choices.chance(55) ? " WHERE " + condition(scope, outer, depth + 1) : "";
    if (choices.chance(22)) {
      return grouped(from.toString(), where, scope, types, top);
    }
    return plain(from.toString(), where, sources, scope, outer, depth, types, top);
  }

  private Query plain(
      String from,
      String where,
      List<Source> sources,
      List<Column> scope,
      List<Column> outer,
      int depth,
      List<String> types,
      boolean top) {
    List<String> list = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> outTypes = new ArrayList<>();
    if (top && types == null && choices.chance(8)) {
      star = true;
      list.add(
          choices.chance(50) || !sources.get(0).isTable()
              ? "*"
              : sources.get(0).columns().get(0).owner() + ".*");
    }
    int count = types == null ? 1 + choices.pick(3) : types.size();
    for (int i = 0; i < count; i++) {
      String type = types == null ? choices.of(new String[] {TEXT, TEXT, INT}) : types.get(i);
      boolean window = depth == 0 && choices.chance(5);
      String expression = window ? window(scope) : expression(type, scope, outer, depth + 1);
      String label = label(top, labels);
      list.add(expression + (label.isEmpty() ? "" : " AS " + label));
      labels.add(label);
      outTypes.add(window ? INT : type);
    }
    boolean distinct = choices.chance(12) && !star;
    StringBuilder sql = new StringBuilder("SELECT ").append(distinct ? "DISTINCT " : "");
    sql.append(String.join(", ", list)).append(" FROM ").append(from).append(where);
    if (top && choices.chance(45)) {
      order(sql, distinct, list, labels, sources, scope);
    }
    if (top && !ordered && !distinct && choices.chance(5)) {
      sql.append(" FOR UPDATE");
    }
    return new Query(sql.toString(), labels, outTypes);
  }

  private void order(
      StringBuilder sql,
      boolean distinct,
      List<String> list,
      List<String> labels,
      List<Source> sources,
      List<Column> scope) {
    List<String> keys = new ArrayList<>();
    if (distinct) {
      for (int i = 1; i <= list.size(); i++) {
        keys.add(Integer.toString(i));
      }
      ordered = true;
    } else {
      String label = choices.from(labels);
      keys.add(
          !label.isEmpty() && choices.chance(50)
              ? label
              : expression(choices.of(new String[] {TEXT, INT}), scope, List.of(), 3));
      if (choices.chance(30)) {
        keys.set(0, keys.get(0) + " DESC NULLS LAST");
      }
      ordered = sources.stream().allMatch(Source::isTable);
      if (ordered) {
        sources.forEach(source -> keys.add(source.columns().get(0).qualified()));
      }
    }
    sql.append(" ORDER BY ").append(String.join(", ", keys));
    if (ordered && choices.chance(30)) {
      sql.append(" LIMIT ").append(choices.chance(50) ? parameter("int", "3") : "2");
    }
  }

  private Query grouped(
      String from, String where, List<Column> scope, List<String> types, boolean top) {
    List<String> keys = new ArrayList<>();
    List<String> list = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> outTypes = new ArrayList<>();
    int count = types == null ? 1 + choices.pick(3) : types.size();
    for (int i = 0; i < count; i++) {
      String type = types == null ? choices.of(new String[] {TEXT, INT}) : types.get(i);
      boolean aggregate = i > 0 && choices.chance(50);
      String expression;
      if (aggregate) {
        expression = aggregate(type, scope);
      } else {
        Column column = column(type, scope);
        expression = reference(column, scope);
        if (!column.type().equals(type)) {
          expression = qualified(type, List.of(column));
        } else if (type.equals(TEXT) && choices.chance(25)) {
          expression = "lower(" + expression + ")";
        }
        keys.add(expression);
      }
      String label = label(top, labels);
      list.add(expression + (label.isEmpty() ? "" : " AS " + label));
      labels.add(label);
      outTypes.add(type);
    }
    StringBuilder sql = new StringBuilder("SELECT ").append(String.join(", ", list));
    sql.append(" FROM ").append(from).append(where);
    sql.append(" GROUP BY ").append(String.join(", ", keys));
    if (choices.chance(25)) {
      sql.append(" HAVING ").append(aggregate(INT, scope)).append(" > 0");
    }
    if (top && choices.chance(50)) {
      sql.append(" ORDER BY ").append(String.join(", ", keys));
      ordered = true;
    }
    return new Query(sql.toString(), labels, outTypes);
  }

  private String aggregate(String type, List<Column> scope) {
    if (type.equals(INT)) {
      return choices.chance(50)
          ? "count(" + reference(column(TEXT, scope), scope) + ")"
          : "sum(" + reference(column(INT, scope), scope) + ")::int";
    }
    return choices.of(new String[] {"max(", "min("}) + reference(column(TEXT, scope), scope) + ")";
  }

  private String window(List<Column> scope) {
    return "rank() OVER (PARTITION BY "
        + reference(column(TEXT, scope), scope)
        + " ORDER BY "
        + reference(column(choices.chance(50) ? TEXT : INT, scope), scope)
        + ")::int";
  }

  /** A label: none, a neutral one, or one of the names in transition. */
  private String label(boolean top, List<String> taken) {
    int kind = choices.pick(10);
    String label = kind < 4 ? "" : kind < 8 ? "v" + taken.size() : trackedLabel();
    if (label.isEmpty() && !top || taken.contains(label) && !label.isEmpty()) {
      return "w" + taken.size();
    }
    return label;
  }

  private String trackedLabel() {
    return choices.of(new String[] {"label", "name", "handle", "subject", "title", "team"});
  }

  // ---- sources

  private Source source(int depth) {
    if (depth < 2 && choices.chance(18)) {
      Query inner = query(depth + 1, List.of(), null, false);
      String alias = "d" + aliases++;
      Source named = named(inner, "(" + inner.sql() + ") " + alias, alias);
      return named;
    }
    String table = choices.of(new String[] {"people", "people", "tasks", "extra"});
    String alias = choices.chance(12) ? trap() + aliases++ : "t" + aliases++;
    return new Source(table + " " + alias, columns(table, alias), true);
  }

  /** An alias that looks like something else. */
  private String trap() {
    return choices.of(new String[] {"people_", "label", "name_", "tasks"});
  }

  private Source named(Query inner, String sql, String alias) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < inner.labels().size(); i++) {
      columns.add(new Column(alias, inner.labels().get(i), inner.types().get(i), true));
    }
    return new Source(sql, columns, false);
  }

  private void join(int depth, List<Source> sources, StringBuilder from) {
    List<Column> left = new ArrayList<>();
    sources.forEach(source -> left.addAll(source.columns()));
    Source right = source(depth + 1);
    String kind = choices.of(new String[] {" JOIN ", " LEFT JOIN ", " JOIN ", " FULL JOIN "});
    String type = choices.chance(60) ? INT : TEXT;
    String on = qualified(type, left) + " = " + qualified(type, right.columns());
    from.append(kind).append(right.sql()).append(" ON ").append(on);
    sources.add(right);
  }

  // ---- expressions

  private Column column(String type, List<Column> scope) {
    List<Column> fitting = scope.stream().filter(column -> column.type().equals(type)).toList();
    return fitting.isEmpty() ? choices.from(scope) : choices.from(fitting);
  }

  private String reference(Column column, List<Column> scope) {
    boolean unique = scope.stream().filter(c -> c.name().equals(column.name())).count() == 1;
    boolean alone = scope.stream().map(Column::owner).distinct().count() == 1;
    return unique && (alone || !column.shared()) && choices.chance(50)
        ? column.name()
        : column.qualified();
  }

  private String qualified(String type, List<Column> scope) {
    Column column = column(type, scope);
    if (column.type().equals(type)) {
      return column.qualified();
    }
    return type.equals(TEXT) ? column.qualified() + "::text" : "length(" + column.qualified() + ")";
  }

  private String typed(String type, List<Column> scope) {
    Column column = column(type, scope);
    String reference = reference(column, scope);
    if (column.type().equals(type)) {
      return reference;
    }
    return type.equals(TEXT) ? reference + "::text" : "length(" + reference + ")";
  }

  private String expression(String type, List<Column> scope, List<Column> outer, int depth) {
    List<Column> visible = scope;
    if (!outer.isEmpty() && choices.chance(35)) {
      return qualified(type, outer);
    }
    int kind = depth > 3 ? choices.pick(4) : choices.pick(14);
    if (kind < 4) {
      return typed(type, visible);
    }
    return type.equals(TEXT)
        ? text(kind, visible, outer, depth + 1)
        : number(kind, visible, outer, depth + 1);
  }

  private String text(int kind, List<Column> scope, List<Column> outer, int depth) {
    return switch (kind) {
      case 4 -> "'ann'";
      case 5 ->
          parameter("text", choices.of(new String[] {"ann", "bob", "n1", "write"})) + "::text";
      case 6 -> "upper(" + expression(TEXT, scope, outer, depth) + ")";
      case 7 ->
          "("
              + expression(TEXT, scope, outer, depth)
              + " || "
              + expression(TEXT, scope, outer, depth)
              + ")";
      case 8 -> "COALESCE(" + expression(TEXT, scope, outer, depth) + ", 'none')";
      case 9 ->
          "CASE WHEN "
              + condition(scope, outer, depth)
              + " THEN "
              + expression(TEXT, scope, outer, depth)
              + " ELSE "
              + expression(TEXT, scope, outer, depth)
              + " END";
      case 10 -> "substr(" + expression(TEXT, scope, outer, depth) + ", 1, 3)";
      case 11 -> scalar(TEXT, scope, depth);
      case 12 -> "(" + typed(TEXT, scope) + ")::varchar(3)";
      default -> "NULLIF(" + expression(TEXT, scope, outer, depth) + ", 'bob')";
    };
  }

  private String number(int kind, List<Column> scope, List<Column> outer, int depth) {
    return switch (kind) {
      case 4 -> "5";
      case 5 -> parameter("int", "3");
      case 6, 7 -> "length(" + expression(TEXT, scope, outer, depth) + ")";
      case 8, 9 ->
          "("
              + expression(INT, scope, outer, depth)
              + " + "
              + expression(INT, scope, outer, depth)
              + ")";
      case 10 -> "COALESCE(" + expression(INT, scope, outer, depth) + ", 0)";
      case 11, 12 -> scalar(INT, scope, depth);
      default ->
          "CASE WHEN "
              + condition(scope, outer, depth)
              + " THEN 1 ELSE "
              + typed(INT, scope)
              + " END";
    };
  }

  private String scalar(String type, List<Column> scope, int depth) {
    if (depth > 3) {
      return typed(type, scope);
    }
    Source inner = source(depth + 1);
    String value =
        type.equals(TEXT)
            ? "max(" + typed(TEXT, inner.columns()) + ")"
            : "count(" + typed(TEXT, inner.columns()) + ")::int";
    return "(SELECT "
        + value
        + " FROM "
        + inner.sql()
        + (choices.chance(70) ? " WHERE " + condition(inner.columns(), scope, depth + 1) : "")
        + ")";
  }

  private String condition(List<Column> scope, List<Column> outer, int depth) {
    int kind = depth > 3 ? choices.pick(5) : choices.pick(13);
    String left = expression(TEXT, scope, outer, depth + 1);
    return switch (kind) {
      case 0 ->
          typed(TEXT, scope) + " = " + parameter("text", choices.of(new String[] {"ann", "bob"}));
      case 1 -> expression(INT, scope, outer, depth + 1) + " < 5";
      case 2 -> left + " IS NOT NULL";
      case 3 -> left + " LIKE '%n%'";
      case 4 -> left + " <> " + expression(TEXT, scope, outer, depth + 1);
      case 5 -> left + " IN ('ann', 'write', " + parameter("text", "bob") + ")";
      case 6 ->
          "("
              + condition(scope, outer, depth + 1)
              + " AND "
              + condition(scope, outer, depth + 1)
              + ")";
      case 7 ->
          "("
              + condition(scope, outer, depth + 1)
              + " OR "
              + condition(scope, outer, depth + 1)
              + ")";
      case 8 -> "NOT " + condition(scope, outer, depth + 1);
      case 9 -> left + " BETWEEN 'a' AND 'o'";
      case 10 -> {
        Source inner = source(depth + 1);
        yield left
            + (choices.chance(30) ? " NOT IN (SELECT " : " IN (SELECT ")
            + typed(TEXT, inner.columns())
            + " FROM "
            + inner.sql()
            + " WHERE "
            + condition(inner.columns(), scope, depth + 1)
            + ")";
      }
      case 11 -> {
        Source inner = source(depth + 1);
        yield "EXISTS (SELECT 1 FROM "
            + inner.sql()
            + " WHERE "
            + condition(inner.columns(), scope, depth + 1)
            + ")";
      }
      default -> left + " IS DISTINCT FROM " + expression(TEXT, scope, outer, depth + 1);
    };
  }

  private String parameter(String type, String value) {
    if (type.equals("text") && choices.chance(10)) {
      parameters.add(new Parameter("text", null));
    } else {
      parameters.add(new Parameter(type, value));
    }
    return "\u0001" + (parameters.size() - 1) + "\u0001";
  }

  /** The text with {@code ?}, and the parameters in the order in which the text has them. */
  private Statements finish(String sql) {
    List<Parameter> bound = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String[] parts = sql.split("\u0001");
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 0) {
        text.append(parts[i]);
      } else {
        text.append('?');
        bound.add(parameters.get(Integer.parseInt(parts[i])));
      }
    }
    return new Statements(
        text.toString(), List.copyOf(bound), List.of(), Set.of(), ordered, false, null);
  }

  // ---- writes

  private String target() {
    return choices.of(new String[] {"people", "people", "tasks", "extra"});
  }

  private String update() {
    String table = target();
    String alias = choices.chance(50) ? "u" : table;
    List<Column> own = columns(table, alias);
    List<Column> scope = new ArrayList<>(own);
    String from = "";
    String link = "";
    if (choices.chance(30)) {
      String other = target();
      from = " FROM " + other + " f";
      link = "f.id = " + alias + ".id";
      scope.addAll(columns(other, "f"));
    }
    StringBuilder sql = new StringBuilder("UPDATE ").append(table);
    sql.append(alias.equals(table) ? "" : " " + alias).append(" SET ").append(sets(own, scope));
    sql.append(from);
    String where = choices.chance(70) ? condition(scope, List.of(), 1) : "";
    String all = link.isEmpty() ? where : where.isEmpty() ? link : link + " AND " + where;
    sql.append(all.isEmpty() ? "" : " WHERE " + all);
    return sql.append(returning(scope, from.isEmpty() ? alias : null)).toString();
  }

  private String sets(List<Column> own, List<Column> scope) {
    Set<Column> written = new LinkedHashSet<>();
    int count = 1 + choices.pick(2);
    for (int i = 0; i < count; i++) {
      written.add(own.get(1 + choices.pick(own.size() - 1)));
    }
    if (written.size() > 1 && choices.chance(35)) {
      List<String> values = new ArrayList<>();
      written.forEach(column -> values.add(assigned(column, scope)));
      String names = String.join(", ", written.stream().map(Column::name).toList());
      return choices.chance(50)
          ? "(" + names + ") = (" + String.join(", ", values) + ")"
          : "(" + names + ") = (SELECT " + String.join(", ", values) + ")";
    }
    List<String> sets = new ArrayList<>();
    written.forEach(column -> sets.add(column.name() + " = " + assigned(column, scope)));
    return String.join(", ", sets);
  }

  private String assigned(Column column, List<Column> scope) {
    if (choices.chance(10)) {
      return "NULL";
    }
    if (column.type().equals(TEXT) && choices.chance(20)) {
      return parameter("text", "set" + choices.pick(3));
    }
    return expression(column.type(), scope, List.of(), 2);
  }

  private String returning(List<Column> scope, String alone) {
    if (!choices.chance(40)) {
      return "";
    }
    if (alone != null && choices.chance(20)) {
      star = true;
      return " RETURNING *";
    }
    String label = choices.chance(30) ? " AS " + trackedLabel() : "";
    return " RETURNING "
        + scope.get(0).qualified()
        + ", "
        + expression(TEXT, scope, List.of(), 3)
        + label;
  }

  private String insert() {
    String table = target();
    List<Column> own = new ArrayList<>(columns(table, "i"));
    List<Column> listed = new ArrayList<>();
    listed.add(own.get(0));
    for (Column column : own.subList(1, own.size())) {
      if (choices.chance(70)) {
        listed.add(column);
      }
    }
    if (choices.chance(40) && listed.size() > 1) {
      listed.add(0, listed.remove(1));
    }
    StringBuilder sql = new StringBuilder("INSERT INTO ").append(table).append(" AS i (");
    sql.append(String.join(", ", listed.stream().map(Column::name).toList())).append(") ");
    if (choices.chance(30)) {
      String other = target();
      List<Column> scope = columns(other, "s");
      List<String> values = new ArrayList<>();
      for (Column column : listed) {
        values.add(
            column.name().equals("id")
                ? "s.id + " + choices.of(new String[] {"100", "3"})
                : value(column, scope));
      }
      sql.append("SELECT ").append(String.join(", ", values));
      sql.append(" FROM ").append(other).append(" s WHERE ").append(condition(scope, List.of(), 2));
      sql.append(" ORDER BY s.id");
    } else {
      int count = 1 + choices.pick(3);
      List<String> rows = new ArrayList<>();
      for (int row = 0; row < count; row++) {
        int id = choices.chance(30) ? 1 + row : 100 + row;
        List<String> values = new ArrayList<>();
        for (Column column : listed) {
          values.add(column.name().equals("id") ? Integer.toString(id) : constant(column, row));
        }
        rows.add("(" + String.join(", ", values) + ")");
      }
      sql.append("VALUES ").append(String.join(", ", rows));
    }
    sql.append(onConflict(table, own));
    return sql.append(returning(own, "i")).toString();
  }

  private String value(Column column, List<Column> scope) {
    return choices.chance(10) ? "NULL" : expression(column.type(), scope, List.of(), 2);
  }

  private String constant(Column column, int row) {
    int kind = choices.pick(8);
    if (column.type().equals(INT)) {
      return kind == 0 ? "NULL" : kind == 1 ? "DEFAULT" : kind < 4 ? parameter("int", "4") : "7";
    }
    return switch (kind) {
      case 0 -> "NULL";
      case 1 -> "DEFAULT";
      case 2, 3 -> parameter("text", "new" + row);
      case 4 -> "upper('x' || " + parameter("text", "new" + row) + ")";
      case 5 -> "(SELECT max(code) FROM people) || '" + row + "'";
      case 6 -> "'n" + (1 + row) + "'";
      default -> "'lit" + row + "'";
    };
  }

  private String onConflict(String table, List<Column> own) {
    if (!choices.chance(45)) {
      return "";
    }
    String[] targets =
        table.equals("people")
            ? new String[] {"(id)", "(code)", "(" + name("nick", "handle") + ")"}
            : new String[] {"(id)"};
    if (choices.chance(30)) {
      return " ON CONFLICT" + (choices.chance(50) ? " " + choices.of(targets) : "") + " DO NOTHING";
    }
    List<Column> scope = new ArrayList<>(own);
    own.forEach(column -> scope.add(new Column("excluded", column.name(), column.type(), true)));
    String where = choices.chance(25) ? " WHERE " + condition(scope, List.of(), 3) : "";
    return " ON CONFLICT " + choices.of(targets) + " DO UPDATE SET " + sets(own, scope) + where;
  }

  /** The columns, none of which may be named without its table. */
  private static List<Column> qualifiedOnly(List<Column> columns) {
    List<Column> twice = new ArrayList<>(columns);
    twice.addAll(columns);
    return twice;
  }

  private String delete() {
    String table = target();
    List<Column> own = columns(table, table);
    List<Column> scope = new ArrayList<>(own);
    String using = "";
    String link = "";
    if (choices.chance(30)) {
      String other = target();
      using = " USING " + other + " f";
      link = "f.id = " + table + ".id AND ";
      scope.addAll(columns(other, "f"));
    }
    return "DELETE FROM "
        + table
        + using
        + " WHERE "
        + link
        + condition(scope, List.of(), 1)
        + returning(scope, using.isEmpty() ? table : null);
  }

  private String writeInCte() {
    String table = target();
    List<Column> own = columns(table, table);
    String update =
        "UPDATE "
            + table
            + " SET "
            + sets(own, own)
            + " WHERE "
            + condition(own, List.of(), 2)
            + " RETURNING id, "
            + own.get(1).name();
    String outside = target();
    List<Column> scope = new ArrayList<>(columns(outside, outside));
    scope.add(new Column("w", "id", INT, true));
    scope.add(new Column("w", own.get(1).name(), TEXT, true));
    return "WITH w AS ("
        + update
        + ") SELECT w."
        + own.get(1).name()
        + ", "
        + expression(TEXT, scope, List.of(), 2)
        + " FROM w LEFT JOIN "
        + outside
        + " ON w.id = "
        + outside
        + ".id";
  }

  private String merge() {
    String table = target();
    List<Column> own = columns(table, "m");
    String other = target();
    List<Column> scope = new ArrayList<>(own);
    List<Column> source = columns(other, "s");
    scope.addAll(source);
    StringBuilder sql = new StringBuilder("MERGE INTO ").append(table).append(" m USING ");
    sql.append(other).append(" s ON s.id = m.id");
    sql.append(" WHEN MATCHED");
    sql.append(choices.chance(40) ? " AND " + condition(scope, List.of(), 2) : "");
    sql.append(choices.chance(15) ? " THEN DELETE" : " THEN UPDATE SET " + sets(own, scope));
    if (choices.chance(60)) {
      Column column = own.get(1 + choices.pick(own.size() - 1));
      sql.append(" WHEN NOT MATCHED THEN INSERT (id, ").append(column.name());
      sql.append(") VALUES (s.id + 100, ").append(value(column, qualifiedOnly(source))).append(")");
    }
    return sql.toString();
  }
}
