package dev.crossfade.proof;

import static dev.crossfade.proof.RandomType.INT;
import static dev.crossfade.proof.RandomType.PAIR;
import static dev.crossfade.proof.RandomType.TEXT;
import static dev.crossfade.proof.RandomType.TEXTS;

import dev.crossfade.proof.RandomScope.Source;
import dev.crossfade.proof.RandomScope.Visible;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Random scalar expressions, and references to columns. */
final class RandomExpression {

  private final Draft draft;
  private final Choices choices;
  private RandomCondition conditions;
  private RandomFrom from;

  RandomExpression(Draft draft) {
    this.draft = draft;
    this.choices = draft.choices;
  }

  void with(RandomCondition conditions, RandomFrom from) {
    this.conditions = conditions;
    this.from = from;
  }

  // ---- references

  /** A column of that type as the text may name it, or something made of another column. */
  String reference(RandomType type, RandomScope scope) {
    List<Visible> fitting = scope.columns(type);
    if (!fitting.isEmpty()) {
      return named(choices.from(fitting), scope);
    }
    List<Visible> any = scope.columns();
    if (any.isEmpty()) {
      return type.value(1) + "::" + type.sql;
    }
    return converted(choices.from(any), type, scope);
  }

  private String converted(Visible column, RandomType type, RandomScope scope) {
    String name = named(column, scope);
    return switch (type) {
      case TEXT -> name + "::text";
      case INT -> "length(" + name + "::text)";
      case TEXTS -> "ARRAY[" + name + "::text]";
      case PAIR -> "ROW(" + name + "::text, 1)::pair";
    };
  }

  private String named(Visible column, RandomScope scope) {
    String name = draft.spelled(column.name());
    if (column.owner().isEmpty()) {
      return draft.kind("merged column", name);
    }
    if (scope.isUnique(column.name()) && choices.chance(50)) {
      if (scope.sources().size() > 1) {
        draft.kinds.add("bare name in a join");
      }
      return name;
    }
    return column.owner() + "." + name;
  }

  /** A column of the enclosing query, or null. */
  @Nullable String correlated(RandomType type, RandomScope scope) {
    if (scope.outer() == null) {
      return null;
    }
    List<Visible> fitting = scope.outer().columns(type);
    if (fitting.isEmpty()) {
      return null;
    }
    Visible column = choices.from(fitting);
    draft.kinds.add("correlated");
    boolean bare =
        scope.columns().stream().noneMatch(inner -> inner.name().equals(column.name()))
            && scope.outer().isUnique(column.name());
    if (column.owner().isEmpty() && !bare) {
      return null;
    }
    String name = draft.spelled(column.name());
    return column.owner().isEmpty() || bare && choices.chance(25)
        ? draft.kind("bare outer name", name)
        : column.owner() + "." + name;
  }

  // ---- expressions

  String expression(RandomType type, RandomScope scope, int depth) {
    if (scope.outer() != null && choices.chance(30)) {
      String outer = correlated(type, scope);
      if (outer != null) {
        return outer;
      }
    }
    int kind = depth > 3 ? choices.pick(5) : choices.pick(24);
    if (kind < 5) {
      return reference(type, scope);
    }
    if (kind == 5) {
      String call = volatileCall(type);
      return call == null ? reference(type, scope) : call;
    }
    return switch (type) {
      case TEXT -> text(kind, scope, depth + 1);
      case INT -> number(kind, scope, depth + 1);
      case TEXTS -> texts(kind, scope, depth + 1);
      case PAIR -> pair(kind, scope, depth + 1);
    };
  }

  private @Nullable String volatileCall(RandomType type) {
    if (type != TEXT && type != INT || !draft.takeVolatile()) {
      return null;
    }
    return draft.kind("volatile", type == TEXT ? "next_code()" : "next_number()");
  }

  private String text(int kind, RandomScope scope, int depth) {
    return switch (kind) {
      case 6 -> choices.of(new String[] {"'ann'", "E'bo\\'b'", "$$label name$$", "U&'\\0061nn'"});
      case 7 -> draft.parameter(TEXT) + "::text";
      case 8 ->
          choices.of(new String[] {"upper(", "lower(", "btrim("}) + in(TEXT, scope, depth) + ")";
      case 9 -> "(" + in(TEXT, scope, depth) + " || " + in(TEXT, scope, depth) + ")";
      case 10 -> "COALESCE(" + in(TEXT, scope, depth) + ", 'none')";
      case 11 -> cases(TEXT, scope, depth);
      case 12 ->
          draft.kind("SUBSTRING FROM", "SUBSTRING(" + in(TEXT, scope, depth) + " FROM 1 FOR 2)");
      case 13, 14 -> scalar(TEXT, scope, depth);
      case 15 -> draft.kind("cast", "CAST(" + in(TEXT, scope, depth) + " AS varchar(3))");
      case 16 -> "NULLIF(" + in(TEXT, scope, depth) + ", 'bob')";
      case 17 -> draft.kind("subscript", "(" + in(TEXTS, scope, depth) + ")[1]");
      case 18 -> draft.kind("field", "(" + in(PAIR, scope, depth) + ").word");
      case 19 -> draft.kind("TRIM FROM", "TRIM(BOTH 'a' FROM " + in(TEXT, scope, depth) + ")");
      case 20 -> "GREATEST(" + in(TEXT, scope, depth) + ", " + in(TEXT, scope, depth) + ")";
      case 21 ->
          draft.kind(
              "jsonb ->>",
              "(jsonb_build_object('name', " + in(TEXT, scope, depth) + ") ->> 'name')");
      case 22 -> wholeRow(scope, depth);
      default -> "concat(" + in(TEXT, scope, depth) + ", '-', " + in(INT, scope, depth) + ")";
    };
  }

  private String number(int kind, RandomScope scope, int depth) {
    return switch (kind) {
      case 6 -> "5";
      case 7 -> draft.parameter(INT) + "::int";
      case 8, 9 -> "length(" + in(TEXT, scope, depth) + ")";
      case 10, 11 -> "(" + in(INT, scope, depth) + " + " + in(INT, scope, depth) + ")";
      case 12 -> "COALESCE(" + in(INT, scope, depth) + ", 0)";
      case 13, 14 -> scalar(INT, scope, depth);
      case 15, 16 -> cases(INT, scope, depth);
      case 17 -> draft.kind("cardinality", "cardinality(" + in(TEXTS, scope, depth) + ")");
      case 18 -> draft.kind("field", "(" + in(PAIR, scope, depth) + ").n");
      case 19 -> draft.kind("POSITION IN", "POSITION('n' IN " + in(TEXT, scope, depth) + ")");
      case 20 -> "(- " + in(INT, scope, depth) + ")";
      case 21 ->
          draft.kind("division", "(" + in(INT, scope, depth) + " / " + in(INT, scope, depth) + ")");
      default -> "(" + in(INT, scope, depth) + " * 2)";
    };
  }

  private String texts(int kind, RandomScope scope, int depth) {
    return switch (kind) {
      case 6, 7 -> "ARRAY[" + in(TEXT, scope, depth) + ", 'q']";
      case 8, 9 -> draft.parameter(TEXTS) + "::text[]";
      case 10, 11 ->
          "array_append(" + reference(TEXTS, scope) + ", " + in(TEXT, scope, depth) + ")";
      case 12, 13 -> draft.kind("slice", "(" + reference(TEXTS, scope) + ")[1:1]");
      case 14, 15 -> cases(TEXTS, scope, depth);
      case 16 -> array(scope, depth);
      default -> "COALESCE(" + reference(TEXTS, scope) + ", '{}')";
    };
  }

  private String pair(int kind, RandomScope scope, int depth) {
    return switch (kind) {
      case 6, 7, 8, 9 ->
          draft.kind(
              "ROW()", "ROW(" + in(TEXT, scope, depth) + ", " + in(INT, scope, depth) + ")::pair");
      case 10, 11 -> cases(PAIR, scope, depth);
      default -> reference(PAIR, scope);
    };
  }

  private String in(RandomType type, RandomScope scope, int depth) {
    return expression(type, scope, depth);
  }

  private String cases(RandomType type, RandomScope scope, int depth) {
    draft.kinds.add("CASE");
    return choices.chance(30)
        ? "CASE " + in(TEXT, scope, depth) + " WHEN 'ann' THEN " + in(type, scope, depth) + " END"
        : "CASE WHEN "
            + conditions.condition(scope, depth)
            + " THEN "
            + in(type, scope, depth)
            + " ELSE "
            + in(type, scope, depth)
            + " END";
  }

  private String scalar(RandomType type, RandomScope scope, int depth) {
    if (depth > 3) {
      return reference(type, scope);
    }
    boolean was = draft.forbidVolatile();
    Source source = from.source(depth + 1);
    RandomScope inner = new RandomScope(source).within(scope);
    String value =
        type == TEXT
            ? choices.of(new String[] {"max(", "min("}) + reference(TEXT, inner) + ")"
            : "count(" + reference(TEXT, inner) + ")::int";
    String where = choices.chance(70) ? " WHERE " + conditions.condition(inner, depth + 1) : "";
    draft.restoreVolatile(was);
    return draft.kind(
        "scalar subquery", "(SELECT " + value + " FROM " + source.sql() + where + ")");
  }

  private String array(RandomScope scope, int depth) {
    if (depth > 3) {
      return reference(TEXTS, scope);
    }
    boolean was = draft.forbidVolatile();
    Source source = from.source(depth + 1);
    RandomScope inner = new RandomScope(source).within(scope);
    String value = reference(TEXT, inner);
    draft.restoreVolatile(was);
    return draft.kind(
        "ARRAY subquery",
        "ARRAY(SELECT " + value + " FROM " + source.sql() + " ORDER BY " + value + ")");
  }

  /** Something made of a whole row. */
  private String wholeRow(RandomScope scope, int depth) {
    List<Source> tables = scope.sources().stream().filter(Source::rowsShow).toList();
    if (tables.isEmpty() || !choices.chance(50)) {
      return "replace(" + in(TEXT, scope, depth) + ", 'n', 'm')";
    }
    draft.star = true;
    String alias = choices.from(tables).alias();
    return draft.kind(
        "whole row",
        choices.of(
            new String[] {
              "row_to_json(" + alias + ")::text",
              "to_jsonb(" + alias + ")::text",
              alias + "::text",
              "ROW(" + alias + ".*)::text",
              "(" + alias + " IS NOT NULL)::text"
            }));
  }
}
