package dev.crossfade.proof;

import static dev.crossfade.proof.RandomType.INT;
import static dev.crossfade.proof.RandomType.PAIR;
import static dev.crossfade.proof.RandomType.TEXT;
import static dev.crossfade.proof.RandomType.TEXTS;

import dev.crossfade.model.Identifier;
import dev.crossfade.proof.RandomScope.Source;
import dev.crossfade.proof.RandomScope.Visible;
import dev.crossfade.testing.Postgres;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Random UPDATE and DELETE, and what all writes share. Joined by keys only. */
final class RandomWrite {

  private final Draft draft;
  private final Choices choices;
  private final RandomExpression expressions;
  private final RandomCondition conditions;

  RandomWrite(Draft draft, RandomExpression expressions, RandomCondition conditions) {
    this.draft = draft;
    this.choices = draft.choices;
    this.expressions = expressions;
    this.conditions = conditions;
  }

  RandomTable target() {
    return draft.tables.get(choices.of(new Integer[] {0, 0, 0, 1, 1, 2}));
  }

  /** The columns of a table that is written, under that name. */
  Source own(RandomTable table, String owner) {
    List<Visible> columns = new ArrayList<>();
    for (RandomTable.Column column : table.columns()) {
      columns.add(new Visible(owner, draft.name(column), column.type()));
    }
    return new Source(table.sql(), owner, columns, true, true);
  }

  // ---- statements

  String update() {
    RandomTable table = target();
    boolean aliased = choices.chance(50);
    String name = choices.chance(12) ? choices.from(table.tables()) : table.name();
    String sql = Identifier.render(name);
    Source own = own(table, aliased ? "u" : sql);
    List<Source> sources = new ArrayList<>(List.of(own));
    String from = "";
    String link = single(own, name.equals(table.name()));
    if (choices.chance(30)) {
      RandomTable other = choices.from(draft.tables);
      Source joined = own(other, "f");
      sources.add(joined);
      from = draft.kind("UPDATE FROM", " FROM " + other.sql() + " f");
      link = link + (link.isEmpty() ? "" : " AND ") + "f.id = " + own.alias() + ".id";
    }
    RandomScope scope = new RandomScope(sources, null);
    if (name.equals(table.name()) && choices.chance(5)) {
      sql = draft.kind("UPDATE ONLY", "ONLY " + sql);
    }
    StringBuilder text = new StringBuilder("UPDATE ").append(sql);
    text.append(aliased ? " AS u" : "").append(" SET ").append(sets(own, scope));
    draft.forbidVolatile();
    String where = choices.chance(70) ? conditions.condition(scope, 1) : "";
    String all = link.isEmpty() ? where : where.isEmpty() ? link : link + " AND " + where;
    text.append(from).append(all.isEmpty() ? "" : " WHERE " + all);
    return text.append(returning(scope, own, "UPDATE")).toString();
  }

  /** At times one row only, which lets a volatile function be called. */
  private String single(Source own, boolean whole) {
    if (!choices.chance(30)) {
      return "";
    }
    if (whole) {
      draft.allowVolatile();
    }
    return own.alias() + ".id = " + (1 + choices.pick(5));
  }

  String delete() {
    RandomTable table = target();
    boolean aliased = choices.chance(30);
    Source own = own(table, aliased ? "d" : table.sql());
    List<Source> sources = new ArrayList<>(List.of(own));
    String using = "";
    String link = "";
    if (choices.chance(30)) {
      RandomTable other = choices.from(draft.tables);
      sources.add(own(other, "f"));
      using = draft.kind("DELETE USING", " USING " + other.sql() + " f");
      link = "f.id = " + own.alias() + ".id AND ";
    }
    RandomScope scope = new RandomScope(sources, null);
    return "DELETE FROM "
        + table.sql()
        + (aliased ? " d" : "")
        + using
        + " WHERE "
        + link
        + conditions.condition(scope, 1)
        + returning(scope, own, "DELETE");
  }

  // ---- parts

  String sets(Source own, RandomScope scope) {
    Set<Visible> written = new LinkedHashSet<>();
    int count = 1 + choices.pick(3);
    for (int i = 0; i < count; i++) {
      written.add(own.columns().get(1 + choices.pick(own.columns().size() - 1)));
    }
    if (written.size() > 1 && choices.chance(35)) {
      List<String> values = new ArrayList<>();
      boolean isQuery = choices.chance(50) && draft.rowQuery;
      written.forEach(column -> values.add(assigned(column, scope, !isQuery)));
      String names = String.join(", ", written.stream().map(c -> draft.spelled(c.name())).toList());
      String list = String.join(", ", values);
      return isQuery
          ? draft.kind("SET (…) = (SELECT …)", "(" + names + ") = (SELECT " + list + ")")
          : draft.kind("SET (…) = (…)", "(" + names + ") = (" + list + ")");
    }
    List<String> sets = new ArrayList<>();
    written.forEach(column -> sets.add(set(column, scope)));
    return String.join(", ", sets);
  }

  private String set(Visible column, RandomScope scope) {
    String name = draft.spelled(column.name());
    if (column.type() == TEXTS && choices.chance(30)) {
      return draft.kind("SET c[1]", name + "[1] = " + expressions.expression(TEXT, scope, 3));
    }
    if (column.type() == PAIR && choices.chance(30)) {
      return draft.kind("SET c.f", name + ".n = " + expressions.expression(INT, scope, 3));
    }
    return name + " = " + assigned(column, scope, true);
  }

  private String assigned(Visible column, RandomScope scope, boolean mayDefault) {
    int kind = choices.pick(20);
    if (kind == 19) {
      return "NULL";
    }
    if (kind == 18 && mayDefault) {
      return draft.kind("SET DEFAULT", "DEFAULT");
    }
    if (kind > 13) {
      return draft.parameter(column.type());
    }
    return expressions.expression(column.type(), scope, 2);
  }

  String returning(RandomScope scope, Source own, String statement) {
    if (!choices.chance(40)) {
      return "";
    }
    draft.kinds.add(statement + " RETURNING");
    if (scope.sources().size() == 1 && choices.chance(20)) {
      draft.star = true;
      return draft.kind("RETURNING *", " RETURNING *");
    }
    String label = choices.chance(30) ? " AS " + Identifier.render(draft.trackedName()) : "";
    String images = "";
    if (Postgres.version() >= 18 && choices.chance(20)) {
      String name = Identifier.render(own.columns().get(1).name());
      images = draft.kind("RETURNING old, new", ", old." + name + ", new." + name + " AS n18");
    }
    return " RETURNING "
        + own.alias()
        + "."
        + Identifier.render(own.columns().get(0).name())
        + ", "
        + expressions.expression(choices.of(RETURNED), scope, 3)
        + label
        + images;
  }

  private static final RandomType[] RETURNED = {TEXT, TEXT, INT, TEXTS};

  /** A write with the alias {@code w} for what it returns. */
  String inCte(RandomTable table, Source own) {
    RandomScope scope = new RandomScope(own);
    String back = " RETURNING id, " + Identifier.render(own.columns().get(1).name());
    return choices.chance(60)
        ? "UPDATE "
            + table.sql()
            + " SET "
            + sets(own, scope)
            + " WHERE "
            + conditions.condition(scope, 2)
            + back
        : "DELETE FROM " + table.sql() + " WHERE " + conditions.condition(scope, 2) + back;
  }
}
