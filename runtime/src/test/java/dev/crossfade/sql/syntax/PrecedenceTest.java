package dev.crossfade.sql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Where a random expression's operators bind: the server must make the same of it as of the text in
 * which parentheses say what our tree says. All of the operators are there for booleans, so that
 * types rule out nothing.
 */
class PrecedenceTest {

  private static final long SEED = Long.getLong("crossfade.random.seed", 20261120);
  private static final int EXPRESSIONS = Integer.getInteger("crossfade.random.expressions", 4000);
  private static final int COLUMNS = 40;

  private static final String[] BINARY = {
    "+",
    "-",
    "*",
    "/",
    "%",
    "^",
    "||",
    "@@",
    "<->",
    "<",
    ">",
    "=",
    "<>",
    "!=",
    "<=",
    ">=",
    "~",
    "AND",
    "OR",
    "AND",
    "OR",
    "LIKE",
    "NOT LIKE",
    "ILIKE",
    "IS DISTINCT FROM",
    "IS NOT DISTINCT FROM",
    "AT TIME ZONE",
    "OPERATOR(public.@@)",
    "OPERATOR(public.+)",
    "SIMILAR TO",
    "NOT SIMILAR TO"
  };
  private static final String[] PREFIX = {"-", "+", "@", "~", "!!", "NOT", "OPERATOR(public.@)"};
  private static final String[] POSTFIX = {
    "IS NULL",
    "IS NOT NULL",
    "ISNULL",
    "NOTNULL",
    "IS TRUE",
    "IS NOT FALSE",
    "IS UNKNOWN",
    "::truth",
    "IN (a, b)",
    "NOT IN (SELECT c)",
    "= ANY (ARRAY[a, b])",
    "+ ALL (ARRAY[b])",
    "LIKE ANY (ARRAY[c])",
    "BETWEEN b AND c",
    "NOT BETWEEN a + b AND c || d",
    "BETWEEN SYMMETRIC a = b AND - c",
    "LIKE b ESCAPE c || d"
  };
  private static final String[] OPERANDS = {
    "a",
    "b",
    "c",
    "d",
    "t.a",
    "(a, b) OVERLAPS (c, d)",
    "(a)",
    "(a OR b)",
    "(SELECT b)",
    "((SELECT c) AND d)",
    "CASE WHEN a THEN b END",
    "f(a, b)",
    "(ARRAY[a, b])[1]",
    "true"
  };

  private final Random random = new Random(SEED);

  @Test
  void operatorsBindAsTheServerBindsThem() throws SQLException {
    Postgres database = Postgres.database().run(operators());
    List<String> wrong = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    int refused = 0;
    try (ServerGrammar server = new ServerGrammar(database);
        Connection connection = database.connect()) {
      for (int i = 0; i < EXPRESSIONS; i++) {
        String sql = expression();
        Parsed parsed = Parser.parse("SELECT " + sql + " AS x FROM t", false);
        String objection = server.objection("SELECT " + sql + " AS x FROM t");
        if ((parsed.tree() == null) != (objection != null)) {
          wrong.add(sql + ": " + objection + ", " + parsed);
        } else if (objection != null) {
          refused++;
        } else {
          expressions.add(sql);
        }
      }
      for (int i = 0; i < expressions.size(); i += COLUMNS) {
        List<String> some = expressions.subList(i, Math.min(i + COLUMNS, expressions.size()));
        compare(some, connection, wrong);
      }
    }
    System.out.printf(
        "precedence: seed %d, %d expressions compared, %d refused by both%n",
        SEED, expressions.size(), refused);
    assertThat(wrong).as("seed " + SEED).isEmpty();
    assertThat(expressions.size()).isGreaterThan(EXPRESSIONS / 4);
  }

  private static void compare(List<String> expressions, Connection connection, List<String> wrong)
      throws SQLException {
    List<String> explicit = expressions.stream().map(PrecedenceTest::explicit).toList();
    String ours = view(explicit, connection);
    String theirs = view(expressions, connection);
    if (ours != null && ours.equals(theirs)) {
      return;
    }
    if (expressions.size() > 1) {
      int half = expressions.size() / 2;
      compare(expressions.subList(0, half), connection, wrong);
      compare(expressions.subList(half, expressions.size()), connection, wrong);
    } else {
      wrong.add(
          expressions.get(0) + "\n    ours:   " + explicit.get(0) + "\n    theirs: " + theirs);
    }
  }

  /**
   * How the server writes a view over the expressions, or its objection; null for that to several.
   */
  private static @Nullable String view(List<String> expressions, Connection connection)
      throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE OR REPLACE TEMP VIEW v AS SELECT ");
    for (int i = 0; i < expressions.size(); i++) {
      sql.append(i == 0 ? "" : ", ").append(expressions.get(i)).append(" AS x").append(i);
    }
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute("DROP VIEW IF EXISTS v");
      statement.execute(sql.append(" FROM t").toString());
      try (ResultSet definition = statement.executeQuery("SELECT pg_get_viewdef('v'::regclass)")) {
        definition.next();
        return definition.getString(1);
      }
    } catch (SQLException e) {
      return expressions.size() == 1 ? e.getMessage() : null;
    }
  }

  /** The expression with the parentheses that our tree says. */
  private static String explicit(String sql) {
    SyntaxTree tree = Parser.parse("SELECT " + sql, false).tree();
    Query query = (Query) tree.statements().get(0);
    Body.Select select = (Body.Select) query.body();
    return explicit(tree, select.items().get(0).value());
  }

  private static String explicit(SyntaxTree tree, Expr expr) {
    if (expr instanceof Expr.Operation chain && chain.kind() == Expr.Operation.Kind.CHAIN) {
      String text = explicit(tree, chain.operands().get(0));
      for (int i = 1; i < chain.operands().size(); i++) {
        Operator operator = chain.operators().get(i - 1);
        text =
            "("
                + text
                + " "
                + tree.text(operator)
                + " "
                + explicit(tree, chain.operands().get(i))
                + ")";
      }
      return text;
    }
    StringBuilder text = new StringBuilder();
    int at = expr.start();
    for (Node child : expr.children()) {
      text.append(tree.sql(), at, child.start());
      text.append(child instanceof Expr inner ? explicit(tree, inner) : tree.text(child));
      at = child.end();
    }
    text.append(tree.sql(), at, expr.end());
    boolean compound =
        expr instanceof Expr.Operation
            || expr instanceof Expr.Cast
            || expr instanceof Expr.In
            || expr instanceof Expr.Quantified;
    return compound ? "(" + text + ")" : text.toString();
  }

  private String expression() {
    StringBuilder sql = new StringBuilder();
    int operands = 2 + random.nextInt(5);
    for (int i = 0; i < operands; i++) {
      if (i > 0) {
        sql.append(' ').append(any(BINARY)).append(' ');
      }
      while (random.nextInt(4) == 0) {
        sql.append(any(PREFIX)).append(' ');
      }
      sql.append(any(OPERANDS));
      while (random.nextInt(5) == 0) {
        sql.append(' ').append(any(POSTFIX));
      }
    }
    return sql.toString();
  }

  private String any(String[] words) {
    return words[random.nextInt(words.length)];
  }

  /** Every operator of the lists for booleans. */
  private static String operators() {
    StringBuilder sql =
        new StringBuilder(
            """
            SET allow_system_table_mods = on;
            CREATE TABLE t (a bool, b bool, c bool, d bool);
            CREATE DOMAIN truth AS bool;
            CREATE FUNCTION f(bool) RETURNS bool LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION f(bool, bool) RETURNS bool LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION pg_catalog.timezone(bool, bool) RETURNS bool LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION pg_catalog.like_escape(bool, bool) RETURNS bool LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION pg_catalog.similar_to_escape(bool) RETURNS bool LANGUAGE sql AS 'SELECT $1';
            CREATE FUNCTION pg_catalog.overlaps(bool, bool, bool, bool) RETURNS bool LANGUAGE sql AS 'SELECT $1';
            """);
    for (String operator :
        List.of("+", "-", "*", "/", "%", "^", "||", "@@", "<->", "~", "~~", "!~~", "~~*", "!~")) {
      sql.append("CREATE OPERATOR " + operator)
          .append(" (LEFTARG = bool, RIGHTARG = bool, FUNCTION = f);\n");
    }
    for (String operator : List.of("-", "+", "@", "~", "!!")) {
      sql.append("CREATE OPERATOR " + operator).append(" (RIGHTARG = bool, FUNCTION = f);\n");
    }
    return sql.toString();
  }
}
