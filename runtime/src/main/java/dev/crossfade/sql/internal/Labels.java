package dev.crossfade.sql.internal;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Case_expressionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IndirectionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_listContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_varContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_opsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_ops_no_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmt_no_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_sublistContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;

/**
 * The label that PostgreSQL gives an output column without AS: {@code FigureColname} in {@code
 * parse_target.c}, as far as the grammar alone tells it.
 */
final class Labels {

  /**
   * A label.
   *
   * @param name the label, or null where it is not told here
   * @param source the column reference that it is taken from, or null
   * @param strong whether a cast around it keeps it
   */
  record Label(@Nullable String name, @Nullable Indirection_varContext source, boolean strong) {}

  private static final Label UNKNOWN = new Label(null, null, false);
  private static final Label NONE = new Label("?column?", null, false);

  private final ParsedSql sql;

  Labels(ParsedSql sql) {
    this.sql = sql;
  }

  /** The label of an output item, its AS considered. */
  Label of(Select_sublistContext item) {
    if (item.col_label() != null) {
      return new Label(sql.name(item.col_label()), null, true);
    }
    if (item.bare_col_label() != null) {
      return new Label(sql.name(item.bare_col_label()), null, true);
    }
    return of(item.vex());
  }

  private Label of(VexContext vex) {
    if (vex.value_expression_primary() != null) {
      return of(vex.value_expression_primary());
    }
    List<VexContext> parts = vex.vex();
    if (vex.CAST_EXPRESSION() != null) {
      Label inner = of(parts.get(0));
      return inner.strong() ? inner : UNKNOWN;
    }
    if (vex.collate_identifier() != null) {
      return of(parts.get(0));
    }
    if (vex.LEFT_PAREN() != null && vex.IN() == null && vex.OF() == null) {
      if (parts.size() > 1) {
        return new Label("row", null, true);
      }
      return indirected(vex.indirection_list(), of(parts.get(0)));
    }
    if (vex.AT() != null) {
      return new Label("timezone", null, true);
    }
    return vex.JSON() == null ? NONE : UNKNOWN;
  }

  private Label of(Value_expression_primaryContext primary) {
    if (primary.indirection_var() != null) {
      return of(primary.indirection_var());
    }
    if (primary.function_call() != null) {
      return of(primary.function_call());
    }
    if (primary.case_expression() != null) {
      return of(primary.case_expression());
    }
    if (primary.select_stmt_no_parens() != null) {
      return indirected(primary.indirection_list(), ofQuery(primary.select_stmt_no_parens()));
    }
    if (primary.EXISTS() != null) {
      return new Label("exists", null, true);
    }
    if (primary.array_expression() != null) {
      return new Label("array", null, true);
    }
    if (primary.NULL() != null) {
      return NONE;
    }
    return primary.expr_const() != null && primary.expr_const().truth_value() == null
        ? NONE
        : UNKNOWN;
  }

  Label of(Indirection_varContext var) {
    if (var.identifier() == null) {
      return NONE;
    }
    Label own = new Label(sql.name(var.identifier()), var, true);
    Indirection_listContext list = var.indirection_list();
    if (list == null) {
      return own;
    }
    if (list.MULTIPLY() != null) {
      return UNKNOWN;
    }
    String last = lastField(list);
    return last == null ? own : new Label(last, var, true);
  }

  private Label of(Function_callContext call) {
    if (call.schema_qualified_name_nontype() != null) {
      String name = QualifiedNames.lastPart(sql, call.schema_qualified_name_nontype());
      return new Label(name, null, true);
    }
    if (call.function_construct() != null) {
      String word = sql.text(call.function_construct()).split("[\\s(]", 2)[0];
      return new Label(dev.crossfade.model.Identifier.foldCase(word), null, true);
    }
    if (call.system_function() != null && call.system_function().cast_specification() != null) {
      Label inner = of(call.system_function().cast_specification().vex());
      return inner.strong() ? inner : UNKNOWN;
    }
    return UNKNOWN;
  }

  private Label of(Case_expressionContext expression) {
    if (expression.ELSE() == null) {
      return new Label("case", null, true);
    }
    Label otherwise = of(expression.r.get(expression.r.size() - 1));
    return otherwise.strong() || otherwise.name() == null
        ? otherwise
        : new Label("case", null, true);
  }

  private Label ofQuery(Select_stmt_no_parensContext query) {
    Select_ops_no_parensContext ops = query.select_ops_no_parens();
    Select_primaryContext first =
        ops.select_ops() != null ? leftmost(ops.select_ops()) : ops.select_primary();
    if (first == null || first.select_list() == null) {
      return UNKNOWN;
    }
    return of(first.select_list().select_sublist(0));
  }

  /** The SELECT whose labels a set operation takes. */
  static @Nullable Select_primaryContext leftmost(Select_opsContext ops) {
    Select_opsContext at = ops;
    while (true) {
      if (at.select_primary() != null) {
        return at.select_primary();
      }
      if (at.select_stmt() != null) {
        at = at.select_stmt().select_ops();
      } else if (!at.select_ops().isEmpty()) {
        at = at.select_ops().get(0);
      } else {
        return null;
      }
    }
  }

  private Label indirected(@Nullable Indirection_listContext list, Label inner) {
    if (list == null) {
      return inner;
    }
    if (list.MULTIPLY() != null) {
      return UNKNOWN;
    }
    String last = lastField(list);
    return last == null ? inner : new Label(last, null, true);
  }

  private @Nullable String lastField(Indirection_listContext list) {
    String last = null;
    for (IndirectionContext part : list.indirection()) {
      if (part.col_label() != null) {
        last = sql.name(part.col_label());
      }
    }
    return last;
  }

  /** Whether {@code item} is nothing but {@code reference}, parentheses and casts aside. */
  static boolean isAlone(Select_sublistContext item, Indirection_varContext reference) {
    ParserRuleContext node = reference;
    while (node != item) {
      ParserRuleContext parent = node.getParent();
      boolean keeps =
          parent == item
              || parent instanceof Value_expression_primaryContext
              || parent instanceof VexContext vex
                  && (vex.value_expression_primary() != null
                      || vex.CAST_EXPRESSION() != null
                      || vex.LEFT_PAREN() != null
                          && vex.vex().size() == 1
                          && vex.getChildCount() == 3);
      if (!keeps) {
        return false;
      }
      node = parent;
    }
    return true;
  }
}
