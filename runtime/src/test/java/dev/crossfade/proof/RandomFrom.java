package dev.crossfade.proof;

import static dev.crossfade.proof.RandomType.INT;
import static dev.crossfade.proof.RandomType.TEXT;
import static dev.crossfade.proof.RandomType.TEXTS;

import dev.crossfade.model.Identifier;
import dev.crossfade.proof.RandomQuery.Query;
import dev.crossfade.proof.RandomScope.Source;
import dev.crossfade.proof.RandomScope.Visible;
import java.util.ArrayList;
import java.util.List;

/** Random FROM items and joins. */
final class RandomFrom {

  private final Draft draft;
  private final Choices choices;
  private RandomExpression expressions;
  private RandomCondition conditions;
  private RandomQuery queries;

  RandomFrom(Draft draft) {
    this.draft = draft;
    this.choices = draft.choices;
  }

  void with(RandomExpression expressions, RandomCondition conditions, RandomQuery queries) {
    this.expressions = expressions;
    this.conditions = conditions;
    this.queries = queries;
  }

  /** A FROM clause. */
  record From(String sql, RandomScope scope) {}

  /** A FROM clause; {@code given} comes first if it is there. */
  From from(int depth, Source... given) {
    Source first = given.length > 0 ? given[0] : first(depth);
    From from = new From(first.sql(), new RandomScope(first));
    int joins = depth > 1 ? choices.pick(2) : choices.pick(3);
    for (int i = 0; i < joins; i++) {
      from = join(depth, from);
    }
    return from;
  }

  private Source first(int depth) {
    if (depth == 0 && choices.chance(15)) {
      RandomTable table = choices.from(draft.tables);
      return table(table, table.sql(), "", table.sql());
    }
    return source(depth);
  }

  /** One FROM item. */
  Source source(int depth) {
    int kind = choices.pick(100);
    if (depth < 2 && kind > 86) {
      return subquery(depth, "");
    }
    if (kind > 82) {
      return values();
    }
    return kind > 79 ? series() : table(choices.from(draft.tables));
  }

  /** A table under an alias of its own. */
  Source table(RandomTable table) {
    String alias = draft.alias(choices.chance(10) ? trap() : "t");
    return table(table, alias, " " + alias, table.sql());
  }

  private Source table(RandomTable table, String owner, String alias, String sql) {
    int manner = choices.pick(20);
    String keyed = null;
    if (manner == 19 && !table.isView()) {
      sql = draft.kind("ONLY", "ONLY " + sql);
    } else if (manner > 16 && table.tables().size() > 1 && !alias.isEmpty()) {
      sql = draft.kind("partition or child", choices.from(table.tables()));
    } else if (manner == 16 && !alias.isEmpty()) {
      keyed = "key_of_" + owner;
      alias += draft.kind("column alias", " (" + keyed + ")");
    } else if (manner == 15 && !table.name().equals("brief")) {
      sql = draft.kind("schema-qualified", "public." + sql);
    }
    boolean moved = sql.equals("tasks_low") || sql.equals("tasks_old");
    List<Visible> columns = new ArrayList<>();
    for (RandomTable.Column column : table.columns()) {
      boolean key = columns.isEmpty() && keyed != null && !moved;
      columns.add(new Visible(owner, key ? keyed : draft.name(column), column.type()));
    }
    if (table.isView()) {
      draft.kinds.add("view");
    }
    return new Source(sql + alias, owner, columns, true, !table.isView());
  }

  /** An alias that looks like something else. */
  private String trap() {
    return choices.of(new String[] {"people_", "label", "name_", "tasks"});
  }

  private Source subquery(int depth, String prefix) {
    Query inner = queries.query(depth + 1, null, null);
    String alias = draft.alias("d");
    draft.kinds.add("subquery in FROM");
    return named(inner, prefix + "(" + inner.sql() + ")", alias);
  }

  /** A query under a name, at times with names of its own for the columns. */
  Source named(Query inner, String sql, String alias) {
    List<String> labels = new ArrayList<>(inner.labels());
    String text = sql + " " + alias;
    if (choices.chance(20)) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < labels.size(); i++) {
        String name = choices.chance(30) ? draft.trackedName() : "x" + i;
        labels.set(i, names.contains(name) ? "x" + i : name);
        names.add(labels.get(i));
      }
      text += " (" + String.join(", ", names.stream().map(Identifier::render).toList()) + ")";
      draft.kinds.add("subquery with column aliases");
    }
    return new Source(text, alias, columns(labels, inner.types(), alias), false, false);
  }

  static List<Visible> columns(List<String> labels, List<RandomType> types, String owner) {
    List<Visible> columns = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      columns.add(new Visible(owner, labels.get(i), types.get(i)));
    }
    return columns;
  }

  private Source values() {
    String alias = draft.alias("v");
    String name = choices.chance(40) ? draft.trackedName() : "w";
    String sql = "(VALUES (1, 'ann'), (2, 'bob'), (4, 'n2')) " + alias;
    List<Visible> columns = List.of(new Visible(alias, "id", INT), new Visible(alias, name, TEXT));
    return new Source(
        draft.kind("VALUES in FROM", sql + " (id, " + Identifier.render(name) + ")"),
        alias,
        columns,
        true,
        false);
  }

  private Source series() {
    String alias = draft.alias("g");
    return new Source(
        draft.kind("function in FROM", "generate_series(1, 4) " + alias + " (n)"),
        alias,
        List.of(new Visible(alias, "n", INT)),
        true,
        false);
  }

  // ---- joins

  private From join(int depth, From left) {
    int manner = choices.pick(20);
    if (manner == 19 && depth < 2) {
      return lateral(depth, left);
    }
    if (manner == 18) {
      return unnested(left);
    }
    Source right = source(depth + 1);
    List<Source> sources = new ArrayList<>(left.scope().sources());
    if (manner == 17 && sources.size() == 1) {
      return natural(left, right);
    }
    if (manner > 13) {
      From merged = using(left, right);
      if (merged != null) {
        return merged;
      }
    }
    sources.add(right);
    RandomScope scope = new RandomScope(sources, null);
    if (manner == 13) {
      draft.kinds.add("comma join");
      return new From(left.sql() + ", " + right.sql(), scope);
    }
    String kind =
        choices.of(new String[] {" JOIN ", " LEFT JOIN ", " JOIN ", " FULL JOIN ", " RIGHT JOIN "});
    draft.kinds.add(kind.strip());
    return new From(left.sql() + kind + right.sql() + " ON " + on(left.scope(), right), scope);
  }

  private String on(RandomScope left, Source right) {
    RandomScope other = new RandomScope(right);
    RandomType type = choices.chance(60) ? INT : TEXT;
    // A condition by hash or merge, which FULL JOIN asks for.
    return qualified(type, left) + " = " + qualified(type, other);
  }

  private String qualified(RandomType type, RandomScope scope) {
    List<Visible> fitting =
        scope.columns(type).stream().filter(column -> !column.owner().isEmpty()).toList();
    if (fitting.isEmpty()) {
      Visible any = scope.sources().get(0).columns().get(0);
      String name = owned(any);
      return type == TEXT ? name + "::text" : "length(" + name + "::text)";
    }
    return owned(choices.from(fitting));
  }

  private String owned(Visible column) {
    String name = draft.spelled(column.name());
    return column.owner().isEmpty() ? name : column.owner() + "." + name;
  }

  private From using(From left, Source right) {
    List<Visible> shared = new ArrayList<>();
    for (Visible column : right.columns()) {
      boolean fits =
          left.scope().isUnique(column.name())
              && right.columns().stream().filter(c -> c.name().equals(column.name())).count() == 1
              && left.scope().columns(column.type()).stream()
                  .anyMatch(c -> c.name().equals(column.name()) && !c.owner().isEmpty());
      if (fits) {
        shared.add(column);
      }
    }
    if (shared.isEmpty()) {
      return null;
    }
    Visible column = choices.from(shared);
    String kind = choices.of(new String[] {" JOIN ", " LEFT JOIN ", " FULL JOIN "});
    draft.kinds.add(column.name().equals("id") ? "USING (id)" : "USING another name");
    List<Source> sources = new ArrayList<>(left.scope().sources());
    sources.add(right);
    Visible merged = new Visible("", column.name(), column.type());
    sources.add(new Source("", "", List.of(merged), false, false));
    String sql = left.sql() + kind + right.sql() + " USING (" + draft.spelled(column.name()) + ")";
    return new From(sql, new RandomScope(sources, null));
  }

  private From natural(From left, Source right) {
    List<Source> sources = new ArrayList<>(left.scope().sources());
    sources.add(right);
    draft.kinds.add("NATURAL JOIN");
    return new From(left.sql() + " NATURAL JOIN " + right.sql(), new RandomScope(sources, null));
  }

  private From lateral(int depth, From left) {
    Source source = source(depth + 2);
    RandomScope inner = new RandomScope(source).within(left.scope());
    String condition = conditions.condition(inner, depth + 2);
    String value = expressions.expression(TEXT, inner, depth + 2);
    String label = choices.chance(40) ? draft.trackedName() : "lat";
    String alias = draft.alias("l");
    String sql =
        "(SELECT %s AS %s FROM %s WHERE %s)"
            .formatted(value, Identifier.render(label), source.sql(), condition);
    List<Source> sources = new ArrayList<>(left.scope().sources());
    sources.add(new Source("", alias, List.of(new Visible(alias, label, TEXT)), false, false));
    draft.kinds.add("LATERAL");
    return new From(
        left.sql() + " CROSS JOIN LATERAL " + sql + " " + alias, new RandomScope(sources, null));
  }

  private From unnested(From left) {
    String alias = draft.alias("u");
    List<Source> sources = new ArrayList<>(left.scope().sources());
    String array = qualifiedTexts(left.scope());
    sources.add(new Source("", alias, List.of(new Visible(alias, "tag", TEXT)), false, false));
    draft.kinds.add("unnest");
    return new From(
        left.sql() + " CROSS JOIN unnest(" + array + ") " + alias + " (tag)",
        new RandomScope(sources, null));
  }

  private String qualifiedTexts(RandomScope scope) {
    List<Visible> fitting = scope.columns(TEXTS);
    return fitting.isEmpty() ? "ARRAY['ann', 'x']" : owned(choices.from(fitting));
  }
}
