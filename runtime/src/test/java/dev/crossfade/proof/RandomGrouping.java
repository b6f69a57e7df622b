package dev.crossfade.proof;

import static dev.crossfade.proof.RandomType.INT;
import static dev.crossfade.proof.RandomType.TEXT;

import dev.crossfade.model.Identifier;
import dev.crossfade.proof.RandomQuery.Query;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random GROUP BY, aggregates and window functions. */
final class RandomGrouping {

  private final Draft draft;
  private final Choices choices;
  private final RandomExpression expressions;

  RandomGrouping(Draft draft, RandomExpression expressions) {
    this.draft = draft;
    this.choices = draft.choices;
    this.expressions = expressions;
  }

  /** A grouped SELECT over {@code clause}. */
  Query grouped(String clause, RandomScope scope, @Nullable List<RandomType> types, boolean top) {
    List<String> keys = new ArrayList<>();
    List<String> list = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<RandomType> outTypes = new ArrayList<>();
    int count = types == null ? 1 + choices.pick(3) : types.size();
    for (int i = 0; i < count; i++) {
      RandomType type = types == null ? choices.of(new RandomType[] {TEXT, INT}) : types.get(i);
      boolean isKey = i == 0 || !choices.chance(50);
      String expression = isKey ? key(type, scope) : aggregate(type, scope);
      String label = RandomQuery.label(top, labels, choices, draft);
      list.add(expression + (label.isEmpty() ? "" : " AS " + Identifier.render(label)));
      labels.add(label);
      outTypes.add(type);
      if (isKey) {
        boolean byPlace = choices.chance(15);
        keys.add(byPlace ? draft.kind("GROUP BY place", Integer.toString(i + 1)) : expression);
      }
    }
    StringBuilder sql = new StringBuilder("SELECT ").append(String.join(", ", list));
    sql.append(" FROM ").append(clause).append(" GROUP BY ").append(sets(keys));
    draft.kinds.add("GROUP BY");
    if (choices.chance(25)) {
      sql.append(draft.kind("HAVING", " HAVING " + aggregate(INT, scope) + " > 0"));
    }
    if (top && choices.chance(50)) {
      sql.append(" ORDER BY ").append(String.join(", ", keys));
      draft.ordered = keys.size() == list.size();
    }
    return new Query(sql.toString(), labels, outTypes);
  }

  private String key(RandomType type, RandomScope scope) {
    String reference = expressions.reference(type, scope);
    return type == TEXT && choices.chance(25) ? "lower(" + reference + ")" : reference;
  }

  private String sets(List<String> keys) {
    String all = String.join(", ", keys);
    return switch (choices.pick(12)) {
      case 9 -> draft.kind("ROLLUP", "ROLLUP (" + all + ")");
      case 10 -> draft.kind("CUBE", "CUBE (" + all + ")");
      case 11 ->
          draft.kind("GROUPING SETS", "GROUPING SETS ((" + all + "), (" + keys.get(0) + "), ())");
      default -> all;
    };
  }

  private String aggregate(RandomType type, RandomScope scope) {
    draft.kinds.add("aggregate");
    String text = expressions.reference(TEXT, scope);
    if (type == INT) {
      return switch (choices.pick(5)) {
        case 0 -> "count(" + text + ")::int";
        case 1 -> draft.kind("count(DISTINCT)", "count(DISTINCT " + text + ")::int");
        case 2 -> draft.kind("FILTER", "(count(*) FILTER (WHERE " + text + " > 'b'))::int");
        default -> "sum(" + expressions.reference(INT, scope) + ")::int";
      };
    }
    return switch (choices.pick(5)) {
      case 0, 1 -> "max(" + text + ")";
      case 2 ->
          draft.kind(
              "ordered aggregate", "string_agg(" + text + ", ',' ORDER BY " + text + " DESC)");
      case 3 -> draft.kind("WITHIN GROUP", "mode() WITHIN GROUP (ORDER BY " + text + ")");
      default -> "min(" + text + ")";
    };
  }

  /** A window function; an integer. */
  String window(RandomScope scope) {
    draft.kinds.add("window");
    String partition = expressions.reference(TEXT, scope);
    String order = expressions.reference(choices.chance(50) ? TEXT : INT, scope);
    return switch (choices.pick(4)) {
      case 0 -> "(count(*) OVER (PARTITION BY " + partition + "))::int";
      case 1 ->
          "(sum("
              + expressions.reference(INT, scope)
              + ") OVER (PARTITION BY "
              + partition
              + "))::int";
      case 2 -> "(dense_rank() OVER (ORDER BY " + order + " DESC))::int";
      default -> "(rank() OVER (PARTITION BY " + partition + " ORDER BY " + order + "))::int";
    };
  }
}
