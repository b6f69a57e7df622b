package dev.crossfade.proof;

import static dev.crossfade.proof.RandomType.INT;
import static dev.crossfade.proof.RandomType.TEXT;

import dev.crossfade.model.Identifier;
import dev.crossfade.proof.RandomFrom.From;
import dev.crossfade.proof.RandomScope.Source;
import dev.crossfade.proof.RandomScope.Visible;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Random queries whose result does not depend on the plan: LIMIT only behind a total order, window
 * functions only where ties do not show.
 */
final class RandomQuery {

  private static final RandomType[] TYPES = {
    TEXT, TEXT, INT, TEXT, INT, RandomType.TEXTS, RandomType.PAIR
  };

  private final Draft draft;
  private final Choices choices;
  private final RandomExpression expressions;
  private final RandomCondition conditions;
  private final RandomFrom from;
  private final RandomGrouping grouping;

  RandomQuery(
      Draft draft, RandomExpression expressions, RandomCondition conditions, RandomFrom from) {
    this.draft = draft;
    this.choices = draft.choices;
    this.expressions = expressions;
    this.conditions = conditions;
    this.from = from;
    this.grouping = new RandomGrouping(draft, expressions);
  }

  /** A query with its columns. */
  record Query(String sql, List<String> labels, List<RandomType> types) {}

  /** A whole SELECT statement. */
  String statement() {
    int kind = choices.pick(100);
    if (kind < 60) {
      return query(0, null, null).sql();
    }
    if (kind < 72) {
      return setOperation();
    }
    if (kind < 86) {
      return with();
    }
    if (kind < 93) {
      return recursive();
    }
    if (kind < 95) {
      return distinctOn();
    }
    if (kind < 97) {
      draft.allowVolatile();
      RandomScope none = new RandomScope(List.of(), null);
      return draft.kind(
          "SELECT without FROM", "SELECT " + expressions.expression(TEXT, none, 1) + " AS v");
    }
    draft.star = true;
    return draft.kind("TABLE", "TABLE " + table().sql());
  }

  private RandomTable table() {
    return choices.from(draft.tables);
  }

  private String setOperation() {
    List<RandomType> types = List.of(TEXT, INT);
    Query one = query(2, types, null);
    Query other = query(2, types, null);
    String operator =
        choices.of(
            new String[] {
              " UNION ALL ", " UNION ", " EXCEPT ", " INTERSECT ", " EXCEPT ALL ", " INTERSECT ALL "
            });
    String sql = one.sql() + operator + other.sql();
    if (choices.chance(20)) {
      sql = "(" + sql + ") UNION ALL (" + query(2, types, null).sql() + ")";
    }
    draft.ordered = choices.chance(50);
    return draft.kind(operator.strip(), sql + (draft.ordered ? " ORDER BY 1, 2" : ""));
  }

  private String with() {
    Query inner = query(2, null, null);
    String name = choices.chance(15) ? "people" : "c0";
    Source cte = new Source(name, name, columns(inner, name), false, false);
    String materialized = choices.of(new String[] {"", "", " MATERIALIZED", " NOT MATERIALIZED"});
    draft.kinds.add("WITH");
    return "WITH "
        + name
        + " AS"
        + materialized
        + " ("
        + inner.sql()
        + ") "
        + query(1, null, cte).sql();
  }

  private static List<Visible> columns(Query query, String owner) {
    return RandomFrom.columns(query.labels(), query.types(), owner);
  }

  private String recursive() {
    RandomScope start = new RandomScope(from.table(draft.tables.get(choices.pick(2))));
    Source next = from.table(draft.tables.get(choices.pick(3)));
    String name = choices.chance(40) ? draft.trackedName() : "path";
    String rendered = Identifier.render(name);
    Source cte =
        new Source(
            "r0",
            "r0",
            List.of(new Visible("r0", "n", INT), new Visible("r0", name, TEXT)),
            false,
            false);
    RandomScope step = new RandomScope(List.of(next, cte), null);
    String key = next.alias() + "." + Identifier.render(next.columns().get(0).name());
    String value = expressions.expression(TEXT, step, 2);
    String sql =
        """
        WITH RECURSIVE r0 (n, %s) AS (
          SELECT 1, (%s)::text FROM %s WHERE %s
          UNION ALL
          SELECT r0.n + 1, left(r0.%s || (%s), 40) FROM r0 JOIN %s ON %s = r0.n + 1 WHERE r0.n < 4)
        SELECT n, %s FROM r0"""
            .formatted(
                rendered,
                expressions.expression(TEXT, start, 2),
                start.sources().get(0).sql(),
                conditions.condition(start, 3),
                rendered,
                value,
                next.sql(),
                key,
                rendered);
    return draft.kind("WITH RECURSIVE", sql);
  }

  private String distinctOn() {
    Source source = from.table(table());
    RandomScope scope = new RandomScope(source);
    String key = expressions.reference(TEXT, scope);
    String id = source.alias() + "." + Identifier.render(source.columns().get(0).name());
    draft.ordered = true;
    return draft.kind(
        "DISTINCT ON",
        "SELECT DISTINCT ON (%s) %s AS k, %s AS v FROM %s ORDER BY %s, %s"
            .formatted(key, key, expressions.reference(TEXT, scope), source.sql(), key, id));
  }

  /**
   * A SELECT.
   *
   * @param depth how deep it stands; 0 is the statement itself
   * @param types its columns' types, or null for any
   * @param given what it reads first, or null
   */
  Query query(int depth, @Nullable List<RandomType> types, @Nullable Source given) {
    boolean was = depth == 0 ? draft.takeVolatile() : draft.forbidVolatile();
    From clause = given == null ? from.from(depth) : from.from(depth, given);
    RandomScope scope = clause.scope();
    String where = choices.chance(55) ? " WHERE " + conditions.condition(scope, depth + 1) : "";
    boolean top = depth == 0 || given != null;
    Query query =
        choices.chance(22)
            ? grouping.grouped(clause.sql() + where, scope, types, top)
            : plain(clause.sql(), where, scope, depth, types, top);
    draft.restoreVolatile(was);
    return query;
  }

  private Query plain(
      String clause,
      String where,
      RandomScope scope,
      int depth,
      @Nullable List<RandomType> types,
      boolean top) {
    List<String> list = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<RandomType> outTypes = new ArrayList<>();
    boolean hasWindow = false;
    boolean shows = top && types == null && choices.chance(10);
    if (shows) {
      draft.star = true;
      list.add(star(scope));
    }
    int count = types == null ? 1 + choices.pick(3) : types.size();
    for (int i = 0; i < count; i++) {
      RandomType type = types == null ? choices.of(TYPES) : types.get(i);
      boolean window = depth == 0 && type == INT && choices.chance(25);
      hasWindow |= window;
      String expression =
          window ? grouping.window(scope) : expressions.expression(type, scope, depth + 1);
      String label = label(top, labels, choices, draft);
      list.add(expression + (label.isEmpty() ? "" : " AS " + Identifier.render(label)));
      labels.add(label);
      outTypes.add(type);
    }
    boolean distinct = choices.chance(12) && !shows;
    StringBuilder sql = new StringBuilder("SELECT ").append(distinct ? "DISTINCT " : "");
    sql.append(String.join(", ", list)).append(" FROM ").append(clause).append(where);
    if (top && choices.chance(45)) {
      order(sql, distinct, list, labels, scope);
    }
    boolean locks = scope.sources().size() == 1 && scope.sources().get(0).isKeyed();
    if (top && locks && !hasWindow && !draft.ordered && !distinct && choices.chance(15)) {
      sql.append(draft.kind("FOR UPDATE", " FOR UPDATE"));
    }
    return new Query(sql.toString(), labels, outTypes);
  }

  private String star(RandomScope scope) {
    List<Source> named = scope.sources().stream().filter(s -> !s.alias().isEmpty()).toList();
    Source source = choices.from(named);
    return switch (choices.pick(5)) {
      case 0, 1 -> draft.kind("SELECT *", "*");
      case 2, 3 -> draft.kind("SELECT t.*", source.alias() + ".*");
      default -> {
        draft.anyType = true;
        yield draft.kind("whole row", source.alias());
      }
    };
  }

  private void order(
      StringBuilder sql,
      boolean distinct,
      List<String> list,
      List<String> labels,
      RandomScope scope) {
    List<String> keys = new ArrayList<>();
    boolean total = distinct;
    if (distinct) {
      for (int i = 1; i <= list.size(); i++) {
        keys.add(Integer.toString(i));
      }
    } else {
      String label = choices.from(labels);
      boolean byLabel = !label.isEmpty() && choices.chance(50);
      keys.add(byLabel ? draft.kind("ORDER BY label", Identifier.render(label)) : key(scope));
      if (choices.chance(30)) {
        keys.set(0, keys.get(0) + " DESC NULLS LAST");
      }
      List<Source> real = scope.sources().stream().filter(s -> !s.alias().isEmpty()).toList();
      total = real.stream().allMatch(Source::isKeyed);
      if (total) {
        real.forEach(s -> keys.add(s.alias() + "." + Identifier.render(s.columns().get(0).name())));
      }
    }
    draft.ordered = total;
    draft.kinds.add("ORDER BY");
    sql.append(" ORDER BY ").append(String.join(", ", keys));
    if (total && choices.chance(30)) {
      sql.append(
          switch (choices.pick(4)) {
            case 0 -> draft.kind("LIMIT ?", " LIMIT " + draft.parameter(INT));
            case 1 -> draft.kind("OFFSET", " OFFSET 1");
            case 2 -> draft.kind("FETCH", " FETCH FIRST 2 ROWS WITH TIES");
            default -> draft.kind("LIMIT", " LIMIT 3");
          });
    }
  }

  /** A key to order by; never a constant, which would be a position. */
  private String key(RandomScope scope) {
    String reference = expressions.reference(choices.of(new RandomType[] {TEXT, INT}), scope);
    return choices.chance(60)
        ? reference
        : "concat(" + reference + ", " + expressions.expression(TEXT, scope, 3) + ")";
  }

  /** A label: none, a neutral one, or one of the names under rename. */
  static String label(boolean top, List<String> taken, Choices choices, Draft draft) {
    int kind = choices.pick(10);
    String label = kind < 4 ? "" : kind < 8 ? "v" + taken.size() : draft.trackedName();
    if (label.isEmpty() && !top || taken.contains(label) && !label.isEmpty()) {
      return "w" + taken.size();
    }
    return label;
  }
}
