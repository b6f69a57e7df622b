package dev.crossfade.rewrite;

import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.Node;
import dev.crossfade.sql.syntax.Operator;
import dev.crossfade.sql.syntax.Query;
import dev.crossfade.sql.syntax.TypeName;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whether an expression gives the same value each time one statement computes it, so that it may be
 * written twice: its functions and operators are not volatile (PostgreSQL documentation, section
 * 36.7), and it holds no subquery, whose rows may come in any order.
 */
final class Steady {

  private final Set<String> names = new LinkedHashSet<>();

  private final boolean withQueries;

  private Steady(boolean withQueries) {
    this.withQueries = withQueries;
  }

  static boolean is(Statement statement, Expr expression) {
    return new Steady(false).holds(statement, expression);
  }

  /**
   * Whether it is steady but for the order in which a subquery's rows come: evaluated once, it may
   * be so for all rows that do not change it.
   */
  static boolean butForQueries(Statement statement, Expr expression) {
    return new Steady(true).holds(statement, expression);
  }

  private boolean holds(Statement statement, Expr expression) {
    return collect(expression) && (names.isEmpty() || statement.catalog().steady(names));
  }

  private boolean collect(Node node) {
    if (node instanceof Query && !withQueries) {
      return false;
    }
    if (node instanceof Expr.SpecialCall call
        && (call.word().startsWith("xml") || call.word().startsWith("json"))) {
      return false;
    }
    if (node instanceof Expr.Call call) {
      names.add(call.name().last().value());
    } else if (node instanceof Operator operator) {
      names.add(operator.symbol());
    } else if (node instanceof TypeName) {
      return true;
    }
    for (Node child : node.children()) {
      if (!collect(child)) {
        return false;
      }
    }
    return true;
  }
}
