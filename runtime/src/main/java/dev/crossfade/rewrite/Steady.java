package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.QualifiedNames;
import java.util.LinkedHashSet;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/**
 * Whether an expression gives the same value each time one statement computes it, so that it may be
 * written twice: its functions and operators are not volatile (PostgreSQL documentation, section
 * 36.7), and it holds no subquery, whose rows may come in any order.
 */
final class Steady {

  private final Statement statement;
  private final Set<String> names = new LinkedHashSet<>();

  private Steady(Statement statement) {
    this.statement = statement;
  }

  static boolean is(Statement statement, ParserRuleContext expression) {
    Steady steady = new Steady(statement);
    return steady.collect(expression)
        && (steady.names.isEmpty() || statement.catalog().steady(steady.names));
  }

  private boolean collect(ParseTree node) {
    if (node instanceof TerminalNode) {
      return true;
    }
    ParserRuleContext context = (ParserRuleContext) node;
    switch (context.getRuleIndex()) {
      case SQLParser.RULE_select_stmt,
          SQLParser.RULE_select_stmt_no_parens,
          SQLParser.RULE_table_subquery -> {
        return false;
      }
      case SQLParser.RULE_function_call -> {
        Function_callContext call = (Function_callContext) context;
        if (call.schema_qualified_name_nontype() != null) {
          names.add(QualifiedNames.lastPart(statement.sql(), call.schema_qualified_name_nontype()));
        } else if (call.xml_function() != null || call.json_function() != null) {
          return false;
        }
      }
      case SQLParser.RULE_op -> names.add(statement.sql().text(context));
      case SQLParser.RULE_vex -> operator((VexContext) context);
      case SQLParser.RULE_data_type -> {
        return true;
      }
      default -> {}
    }
    for (int i = 0; i < context.getChildCount(); i++) {
      if (!collect(context.getChild(i))) {
        return false;
      }
    }
    return true;
  }

  private void operator(VexContext vex) {
    for (TerminalNode symbol :
        new TerminalNode[] {
          vex.PLUS(), vex.MINUS(), vex.MULTIPLY(), vex.DIVIDE(), vex.MODULAR(), vex.EXP(),
          vex.LTH(), vex.GTH(), vex.LEQ(), vex.GEQ(), vex.EQUAL(), vex.NOT_EQUAL()
        }) {
      if (symbol != null) {
        String text = symbol.getText();
        names.add(text.equals("!=") ? "<>" : text);
      }
    }
  }
}
