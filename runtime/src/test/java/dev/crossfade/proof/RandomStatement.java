package dev.crossfade.proof;

import static dev.crossfade.proof.RandomType.TEXT;

import dev.crossfade.model.Identifier;
import dev.crossfade.proof.RandomScope.Source;
import dev.crossfade.proof.RandomScope.Visible;
import dev.crossfade.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A random statement over a random schema, whose result does not depend on the plan.
 *
 * @param fixture the statement
 * @param kinds the shapes that it has
 */
record RandomStatement(Fixture fixture, Set<String> kinds) {

  /** The statement that the choices make. */
  static RandomStatement make(Choices choices, RandomSchema.Made schema, String title) {
    Draft draft = new Draft(choices, schema.tables());
    String sql = new Maker(draft).statement();
    return new RandomStatement(draft.finish(title, schema.schema().name(), sql), draft.kinds);
  }

  private static final class Maker {
    private final Draft draft;
    private final Choices choices;
    private final RandomExpression expressions;
    private final RandomCondition conditions;
    private final RandomFrom from;
    private final RandomQuery queries;
    private final RandomWrite writes;

    Maker(Draft draft) {
      this.draft = draft;
      this.choices = draft.choices;
      this.expressions = new RandomExpression(draft);
      this.from = new RandomFrom(draft);
      this.conditions = new RandomCondition(draft, expressions, from);
      this.queries = new RandomQuery(draft, expressions, conditions, from);
      this.writes = new RandomWrite(draft, expressions, conditions);
      expressions.with(conditions, from);
      from.with(expressions, conditions, queries);
    }

    String statement() {
      int kind = choices.pick(100);
      if (kind < 44) {
        return draft.kind("SELECT", queries.statement());
      }
      if (kind < 58) {
        return draft.kind("UPDATE", writes.update());
      } else if (kind < 75) {
        RandomInsert inserts = new RandomInsert(draft, expressions, conditions, writes);
        return draft.kind("INSERT", inserts.insert());
      } else if (kind < 81) {
        return draft.kind("DELETE", writes.delete());
      } else if (kind < 87) {
        return draft.kind("write in WITH", writeInCte());
      } else if (kind < 94) {
        RandomMerge merges = new RandomMerge(draft, expressions, conditions, writes);
        return Postgres.version() < 15
            ? draft.kind("DELETE", writes.delete())
            : draft.kind("MERGE", merges.merge());
      }
      draft.binds = false;
      return utility();
    }

    private String utility() {
      return switch (choices.pick(7)) {
        case 0, 1 -> counted("COPY (query) TO", "COPY (" + queries.statement() + ") TO STDOUT");
        case 2 -> copyOut();
        case 3 -> copyIn();
        case 4 -> cursor();
        case 5 ->
            counted(
                "CREATE TABLE AS",
                "CREATE TEMPORARY TABLE made AS " + queries.query(1, List.of(TEXT), null).sql());
        default ->
            draft.kind(
                "PREPARE",
                "PREPARE asked AS " + queries.statement() + "; EXECUTE asked; DEALLOCATE asked");
      };
    }

    /** Whoever reads it counts its columns, so that none is appended. */
    private String counted(String kind, String sql) {
      if (draft.star) {
        draft.skip(World.BEFORE_MISSING);
      }
      return draft.kind(kind, sql);
    }

    private String copyOut() {
      RandomTable table = draft.tables.get(choices.of(new Integer[] {0, 2}));
      List<String> names =
          table.columns().stream()
              .limit(2 + choices.pick(3))
              .map(column -> Identifier.render(draft.name(column)))
              .toList();
      return draft.kind(
          "COPY t TO", "COPY " + table.sql() + " (" + String.join(", ", names) + ") TO STDOUT");
    }

    private String copyIn() {
      RandomTable table = draft.tables.get(choices.pick(3));
      List<String> names = new ArrayList<>();
      for (RandomTable.Column column : table.columns().subList(0, 2)) {
        names.add(Identifier.render(draft.name(column)));
      }
      boolean isInt = table.columns().get(1).type() == RandomType.INT;
      draft.data = isInt ? "200\t5\n201\t\\N\n" : "200\tfresh\n201\tann\n";
      return draft.kind(
          "COPY t FROM", "COPY " + table.sql() + " (" + String.join(", ", names) + ") FROM STDIN");
    }

    private String cursor() {
      if (choices.chance(50)) {
        return draft.kind(
            "cursor", "DECLARE c0 CURSOR FOR " + queries.statement() + "; FETCH ALL FROM c0");
      }
      RandomTable table = writes.target();
      Source own = writes.own(table, table.sql());
      RandomScope scope = new RandomScope(own);
      Visible shown = own.columns().get(1);
      return draft.kind(
          "WHERE CURRENT OF",
          "DECLARE c0 CURSOR FOR SELECT id, %s FROM %s WHERE id = 2 FOR UPDATE; FETCH c0; UPDATE %s SET %s WHERE CURRENT OF c0"
              .formatted(
                  Identifier.render(shown.name()),
                  table.sql(),
                  table.sql(),
                  writes.sets(own, scope)));
    }

    private String writeInCte() {
      RandomTable table = writes.target();
      Source own = writes.own(table, table.sql());
      Visible returned = own.columns().get(1);
      String write = writes.inCte(table, own);
      Source outside = from.table(choices.from(draft.tables));
      Source back =
          new Source(
              "w",
              "w",
              List.of(
                  new Visible("w", "id", RandomType.INT),
                  new Visible("w", returned.name(), returned.type())),
              false,
              false);
      RandomScope scope = new RandomScope(List.of(back, outside), null);
      return "WITH w AS (%s) SELECT w.%s, %s FROM w LEFT JOIN %s ON w.id = %s.%s"
          .formatted(
              write,
              Identifier.render(returned.name()),
              expressions.expression(TEXT, scope, 2),
              outside.sql(),
              outside.alias(),
              Identifier.render(outside.columns().get(0).name()));
    }
  }
}
