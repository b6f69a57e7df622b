package dev.crossfade.sql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Which set operations and joins are whose parts: the server must make the same of a random query
 * as of the text in which parentheses say what our tree says.
 */
class NestingTest {

  private static final long SEED = Long.getLong("crossfade.random.seed", 20261120);
  private static final int QUERIES = Integer.getInteger("crossfade.random.queries", 400);

  private final Random random = new Random(SEED);
  private int aliases;

  @Test
  void setOperationsAndJoinsNestAsTheServerNestsThem() throws SQLException {
    Postgres database =
        Postgres.database().run("CREATE TABLE t (a bool, b bool); CREATE TABLE s (a bool)");
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    try (Connection connection = database.connect();
        java.sql.Statement statement = connection.createStatement()) {
      for (int i = 0; i < QUERIES; i++) {
        aliases = 0;
        String sql = i % 2 == 0 ? setOperations(2) : "SELECT 1 FROM " + joins(3);
        SyntaxTree tree = Parser.parse(sql, false).tree();
        assertThat(tree).as(sql).isNotNull();
        assertThat(Structure.fault(tree)).as(sql).isNull();
        String explicit = explicit(tree, tree.statements().get(0), false);
        String theirs = view(sql, statement);
        String ours = view(explicit, statement);
        compared += explicit.equals(sql) ? 0 : 1;
        if (!theirs.equals(ours)) {
          wrong.add(sql + "\n  ours: " + explicit + "\n  theirs: " + theirs);
        }
      }
    }
    assertThat(wrong).as("seed " + SEED).isEmpty();
    assertThat(compared).isGreaterThan(QUERIES / 3);
  }

  private static String view(String sql, java.sql.Statement statement) throws SQLException {
    statement.execute("DROP VIEW IF EXISTS v");
    statement.execute("CREATE TEMP VIEW v AS " + sql);
    try (ResultSet definition = statement.executeQuery("SELECT pg_get_viewdef('v'::regclass)")) {
      definition.next();
      return definition.getString(1);
    }
  }

  /** The text of {@code node} with parentheses around each operation within another. */
  private static String explicit(SyntaxTree tree, Node node, boolean within) {
    boolean nests = node instanceof Body.SetOperation || node instanceof FromItem.Join;
    StringBuilder text = new StringBuilder();
    int at = node.start();
    for (Node child : node.children()) {
      text.append(tree.sql(), at, child.start());
      text.append(explicit(tree, child, nests));
      at = child.end();
    }
    text.append(tree.sql(), at, node.end());
    return nests && within ? "(" + text + ")" : text.toString();
  }

  private String setOperations(int depth) {
    StringBuilder sql = new StringBuilder();
    int parts = 2 + random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      if (i > 0) {
        sql.append(any(" UNION ", " INTERSECT ", " EXCEPT ", " UNION ALL ", " INTERSECT ALL "));
      }
      if (depth > 0 && random.nextInt(3) == 0) {
        sql.append("(")
            .append(setOperations(depth - 1))
            .append(any("", " ORDER BY 1", " LIMIT 1"))
            .append(")");
      } else {
        sql.append(any("SELECT a FROM t", "VALUES (true)", "SELECT b FROM t GROUP BY b"));
      }
    }
    return sql.toString();
  }

  private String joins(int depth) {
    String first = item(depth);
    if (depth == 0 || random.nextInt(4) == 0) {
      return first;
    }
    return switch (random.nextInt(5)) {
      case 0 -> first + " CROSS JOIN " + item(depth);
      case 1 -> first + " NATURAL LEFT JOIN " + item(depth);
      // The right side of one with a condition may be joins without parentheses.
      case 2 -> first + " LEFT JOIN " + joins(depth - 1) + " ON true";
      case 3 -> first + " JOIN " + joins(depth - 1) + " ON false CROSS JOIN " + item(depth);
      default -> first + " FULL JOIN " + item(depth) + " ON true JOIN " + item(depth) + " ON true";
    };
  }

  private String item(int depth) {
    if (depth > 0 && random.nextInt(4) == 0) {
      return "(" + item(0) + " JOIN " + joins(depth - 1) + " ON true)";
    }
    aliases++;
    // Columns of their own, so that NATURAL finds none in common.
    return any("s", "(SELECT true AS a)", "((VALUES (true)))", "LATERAL (SELECT true AS a)")
        + " x%d (c%d)".formatted(aliases, aliases);
  }

  private String any(String... words) {
    return words[random.nextInt(words.length)];
  }
}
