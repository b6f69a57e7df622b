package dev.crossfade.proof;

import static dev.crossfade.proof.RandomType.INT;
import static dev.crossfade.proof.RandomType.TEXT;
import static dev.crossfade.proof.RandomType.TEXTS;

import dev.crossfade.proof.RandomScope.Source;

/** Random conditions. */
final class RandomCondition {

  private final Draft draft;
  private final Choices choices;
  private final RandomExpression expressions;
  private final RandomFrom from;

  RandomCondition(Draft draft, RandomExpression expressions, RandomFrom from) {
    this.draft = draft;
    this.choices = draft.choices;
    this.expressions = expressions;
    this.from = from;
  }

  String condition(RandomScope scope, int depth) {
    boolean was = draft.forbidVolatile();
    String condition = any(scope, depth);
    draft.restoreVolatile(was);
    return condition;
  }

  private String any(RandomScope scope, int depth) {
    int kind = depth > 3 ? choices.pick(8) : choices.pick(23);
    return switch (kind) {
      case 0, 1 -> expressions.reference(TEXT, scope) + " = " + draft.parameter(TEXT);
      case 2 -> text(scope, depth) + " IS NOT NULL";
      case 3 -> text(scope, depth) + " LIKE '%n%'";
      case 4 -> expressions.reference(INT, scope) + " >= " + draft.parameter(INT);
      case 5 -> number(scope, depth) + " < 5";
      case 6 -> text(scope, depth) + " <> " + text(scope, depth);
      case 7 -> expressions.reference(TEXT, scope) + " IS NULL";
      case 8 -> text(scope, depth) + " IN ('ann', 'n2', " + draft.parameter(TEXT) + ")";
      case 9 -> draft.kind("AND", both(scope, depth, " AND "));
      case 10 -> draft.kind("OR", both(scope, depth, " OR "));
      case 11 -> "NOT " + condition(scope, depth + 1);
      case 12 -> draft.kind("BETWEEN", text(scope, depth) + " BETWEEN SYMMETRIC 'o' AND 'a'");
      case 13, 14 -> inSubquery(scope, depth);
      case 15, 16 -> exists(scope, depth);
      case 17 ->
          draft.kind(
              "IS DISTINCT FROM", text(scope, depth) + " IS DISTINCT FROM " + text(scope, depth));
      case 18 ->
          draft.kind(
              "= ANY", expressions.reference(TEXT, scope) + " = ANY (" + texts(scope, depth) + ")");
      case 19 ->
          draft.kind(
              "row comparison",
              "("
                  + expressions.reference(TEXT, scope)
                  + ", "
                  + expressions.reference(INT, scope)
                  + ") >= ("
                  + text(scope, depth)
                  + ", "
                  + number(scope, depth)
                  + ")");
      case 20 -> draft.kind("ILIKE", text(scope, depth) + " ILIKE 'B%'");
      case 21 -> text(scope, depth) + " ~ '^[a-n]'";
      default -> quantified(scope, depth);
    };
  }

  private String text(RandomScope scope, int depth) {
    return expressions.expression(TEXT, scope, depth + 1);
  }

  private String number(RandomScope scope, int depth) {
    return expressions.expression(INT, scope, depth + 1);
  }

  private String texts(RandomScope scope, int depth) {
    return expressions.expression(TEXTS, scope, depth + 1);
  }

  private String both(RandomScope scope, int depth, String operator) {
    return "(" + condition(scope, depth + 1) + operator + condition(scope, depth + 1) + ")";
  }

  private String inSubquery(RandomScope scope, int depth) {
    String left = text(scope, depth);
    Source source = from.source(depth + 1);
    RandomScope inner = new RandomScope(source).within(scope);
    return draft.kind(
        "IN subquery",
        left
            + (choices.chance(30) ? " NOT IN (SELECT " : " IN (SELECT ")
            + expressions.reference(TEXT, inner)
            + " FROM "
            + source.sql()
            + " WHERE "
            + condition(inner, depth + 1)
            + ")");
  }

  private String exists(RandomScope scope, int depth) {
    Source source = from.source(depth + 1);
    RandomScope inner = new RandomScope(source).within(scope);
    String correlated = expressions.correlated(TEXT, inner);
    String condition =
        correlated == null
            ? condition(inner, depth + 1)
            : expressions.reference(TEXT, inner) + " = " + correlated;
    String list = choices.chance(70) ? "1" : draft.kind("EXISTS (SELECT *", "*");
    return draft.kind(
        "EXISTS", "EXISTS (SELECT " + list + " FROM " + source.sql() + " WHERE " + condition + ")");
  }

  private String quantified(RandomScope scope, int depth) {
    Source source = from.source(depth + 1);
    RandomScope inner = new RandomScope(source).within(scope);
    return draft.kind(
        "ALL subquery",
        expressions.reference(TEXT, scope)
            + " >= ALL (SELECT "
            + expressions.reference(TEXT, inner)
            + " FROM "
            + source.sql()
            + " WHERE "
            + expressions.reference(TEXT, inner)
            + " IS NOT NULL)");
  }
}
