package dev.crossfade.proof;

import static dev.crossfade.proof.RandomType.INT;
import static dev.crossfade.proof.RandomType.TEXT;

import dev.crossfade.model.Identifier;
import dev.crossfade.proof.RandomScope.Source;
import dev.crossfade.proof.RandomScope.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Random INSERT: rows, queries, positions, and ON CONFLICT. */
final class RandomInsert {

  private final Draft draft;
  private final Choices choices;
  private final RandomExpression expressions;
  private final RandomCondition conditions;
  private final RandomWrite writes;

  RandomInsert(
      Draft draft, RandomExpression expressions, RandomCondition conditions, RandomWrite writes) {
    this.draft = draft;
    this.choices = draft.choices;
    this.expressions = expressions;
    this.conditions = conditions;
    this.writes = writes;
  }

  String insert() {
    RandomTable table = writes.target();
    boolean byPosition = choices.chance(12);
    if (byPosition) {
      draft.byPosition();
    }
    Source own = writes.own(table, "i");
    List<Visible> listed =
        byPosition ? own.columns().subList(0, 1 + choices.pick(own.columns().size())) : listed(own);
    StringBuilder sql = new StringBuilder("INSERT INTO ").append(table.sql()).append(" AS i");
    if (byPosition) {
      draft.kinds.add("INSERT by position");
    } else {
      List<String> names = listed.stream().map(c -> draft.spelled(c.name())).toList();
      sql.append(" (").append(String.join(", ", names)).append(")");
    }
    sql.append(choices.chance(30) ? query(listed) : rows(listed));
    draft.forbidVolatile();
    if (choices.chance(45)) {
      sql.append(onConflict(table, own));
    }
    return sql.append(writes.returning(new RandomScope(own), own, "INSERT")).toString();
  }

  private List<Visible> listed(Source own) {
    List<Visible> listed = new ArrayList<>(List.of(own.columns().get(0)));
    for (Visible column : own.columns().subList(1, own.columns().size())) {
      if (choices.chance(70)) {
        listed.add(column);
      }
    }
    if (choices.chance(40) && listed.size() > 1) {
      listed.add(0, listed.remove(1));
    }
    return listed;
  }

  private String query(List<Visible> listed) {
    RandomTable other = choices.from(draft.tables);
    Source source = writes.own(other, "s");
    RandomScope scope = new RandomScope(source);
    List<String> values = new ArrayList<>();
    for (Visible column : listed) {
      boolean isKey = column.name().equals("id");
      values.add(
          isKey
              ? "s.id + " + choices.of(new String[] {"100", "3"})
              : choices.chance(10) ? "NULL" : expressions.expression(column.type(), scope, 2));
    }
    String where = conditions.condition(scope, 2);
    return draft.kind(
        "INSERT SELECT",
        " SELECT %s FROM %s s WHERE %s ORDER BY s.id"
            .formatted(String.join(", ", values), other.sql(), where));
  }

  private String rows(List<Visible> listed) {
    int count = 1 + choices.pick(3);
    if (count == 1 || choices.chance(20)) {
      draft.allowVolatile();
    }
    draft.kinds.add(count == 1 ? "INSERT a row" : "INSERT rows");
    IntFunction<String> row =
        number -> {
          int id = choices.chance(12) ? 1 + number : 100 + number;
          List<String> values = new ArrayList<>();
          for (Visible column : listed) {
            boolean isKey = column.name().equals("id");
            values.add(isKey ? Integer.toString(id) : value(column, number, count > 1));
          }
          return "(" + String.join(", ", values) + ")";
        };
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row.apply(i));
    }
    return " VALUES " + String.join(", ", rows);
  }

  private String value(Visible column, int row, boolean several) {
    int kind = choices.pick(12);
    if (kind == 0) {
      return "NULL";
    }
    if (kind == 1) {
      return draft.kind(several ? "DEFAULT among rows" : "DEFAULT", "DEFAULT");
    }
    if (kind < 5) {
      return draft.parameter(column.type());
    }
    RandomScope none = new RandomScope(List.of(), null);
    if (kind < 8) {
      String value = expressions.expression(column.type(), none, 2);
      return several && column.type() == TEXT ? "(" + value + ")::text" : value;
    }
    if (column.type() == TEXT) {
      return kind < 9 ? "'n" + (1 + row) + "'" : "'lit" + row + "'";
    }
    return column.type() == INT ? "7" : column.type().value(1 + row);
  }

  private String onConflict(RandomTable table, Source own) {
    List<String> targets = new ArrayList<>(List.of("(id)"));
    for (RandomTable.Column column : table.columns()) {
      if (column.unique() && !column.name().equals("id")) {
        targets.add("(" + Identifier.render(draft.name(column)) + ")");
      }
    }
    String target = choices.from(targets);
    draft.kinds.add(target.equals("(id)") ? "ON CONFLICT (id)" : "ON CONFLICT (unique)");
    if (choices.chance(30)) {
      return draft.kind(
          "DO NOTHING", " ON CONFLICT" + (choices.chance(50) ? " " + target : "") + " DO NOTHING");
    }
    List<Visible> excluded = new ArrayList<>();
    own.columns().forEach(c -> excluded.add(new Visible("excluded", c.name(), c.type())));
    RandomScope scope =
        new RandomScope(List.of(own, new Source("", "excluded", excluded, false, false)), null);
    String sets = writes.sets(own, scope);
    String where = choices.chance(25) ? " WHERE " + conditions.condition(scope, 3) : "";
    return draft.kind("DO UPDATE", " ON CONFLICT " + target + " DO UPDATE SET " + sets + where);
  }
}
