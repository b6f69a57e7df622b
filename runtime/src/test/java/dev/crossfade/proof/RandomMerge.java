package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.proof.RandomScope.Source;
import dev.crossfade.proof.RandomScope.Visible;
import dev.crossfade.testing.Postgres;
import java.util.List;

/** Random MERGE, of PostgreSQL 15 and later. */
final class RandomMerge {

  private final Draft draft;
  private final Choices choices;
  private final RandomExpression expressions;
  private final RandomCondition conditions;
  private final RandomWrite writes;

  RandomMerge(
      Draft draft, RandomExpression expressions, RandomCondition conditions, RandomWrite writes) {
    this.draft = draft;
    this.choices = draft.choices;
    this.expressions = expressions;
    this.conditions = conditions;
    this.writes = writes;
  }

  String merge() {
    RandomTable table = writes.target();
    RandomTable other = choices.from(draft.tables);
    Source own = writes.own(table, "m");
    Source source = writes.own(other, "s");
    RandomScope scope = new RandomScope(List.of(own, source), null);
    StringBuilder sql = new StringBuilder("MERGE INTO ").append(table.sql()).append(" AS m USING ");
    sql.append(other.sql()).append(" s ON s.id = m.id");
    if (choices.chance(30)) {
      sql.append(" WHEN MATCHED AND ").append(conditions.condition(scope, 2));
      sql.append(choices.chance(50) ? " THEN DELETE" : " THEN DO NOTHING");
    }
    sql.append(" WHEN MATCHED THEN UPDATE SET ").append(writes.sets(own, scope));
    draft.rowQuery = false;
    if (choices.chance(60)) {
      sql.append(insert(own, source));
    }
    if (Postgres.version() >= 17 && choices.chance(30)) {
      sql.append(draft.kind("MERGE BY SOURCE", " WHEN NOT MATCHED BY SOURCE"));
      sql.append(" THEN UPDATE SET ").append(writes.sets(own, new RandomScope(own)));
    }
    if (Postgres.version() >= 17) {
      sql.append(writes.returning(scope, own, "MERGE"));
    }
    return sql.toString();
  }

  private String insert(Source own, Source source) {
    Visible column = own.columns().get(1 + choices.pick(own.columns().size() - 1));
    RandomScope scope = new RandomScope(source);
    String value =
        switch (choices.pick(6)) {
          case 0 -> "NULL";
          case 1 -> "DEFAULT";
          case 2 -> draft.parameter(column.type());
          default -> expressions.expression(column.type(), scope, 2);
        };
    return draft.kind(
        "MERGE INSERT",
        " WHEN NOT MATCHED THEN INSERT (id, %s) VALUES (s.id + 100, %s)"
            .formatted(Identifier.render(column.name()), value));
  }
}
