package dev.crossfade.sql.internal;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.After_opsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_itemContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_varContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_listContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_opsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_ops_no_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmt_no_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_sublistContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_qualifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Sort_specifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_subqueryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Value_expression_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.VexContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.With_clauseContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.With_queryContext;

/** The resolver's part for SELECT: WITH, output columns, grouping, ORDER BY. */
final class Queries {

  /** Where the rows of a SELECT go. */
  enum Sink {
    /** To the client, who may or may not look at a column. */
    CLIENT,
    /**
     * To the client later, by FETCH or EXECUTE, where nobody sees what is looked at: every column
     * counts.
     */
    LATER,
    /** To the query around, which names the columns it wants. */
    INNER,
    /** Into a table or a comparison: every column counts, and so does their number. */
    COUNTED,
    /** Nowhere: EXISTS looks at no column. */
    UNUSED;

    boolean used() {
      return this == LATER || this == COUNTED;
    }
  }

  /** What the surroundings of a SELECT fix for its output columns. */
  private record Frame(boolean combined, boolean sorted, boolean used, Sink sink) {
    boolean plain() {
      return sink == Sink.CLIENT && !combined && !sorted;
    }

    boolean counted() {
      return combined || sink == Sink.COUNTED;
    }
  }

  private final Resolver resolver;
  private final ParsedSql sql;
  private final FromClause from;

  Queries(Resolver resolver) {
    this.resolver = resolver;
    this.sql = resolver.sql;
    this.from = new FromClause(resolver, this);
  }

  FromClause from() {
    return from;
  }

  /** Resolves a query. */
  List<Rte.Output> select(Select_stmtContext select, @Nullable Scope outer, Sink sink) {
    Scope scope = new Scope(outer);
    with(select.with_clause(), scope);
    return ops(select.select_ops(), scope, select.after_ops(), false, sink);
  }

  List<Rte.Output> select(Select_stmt_no_parensContext select, Scope outer, Sink sink) {
    Scope scope = new Scope(outer);
    with(select.with_clause(), scope);
    Select_ops_no_parensContext ops = select.select_ops_no_parens();
    if (ops.select_ops() == null) {
      return primary(ops.select_primary(), scope, select.after_ops(), false, sink);
    }
    Sink compared = compared(ops.set_qualifier(), sink);
    List<Rte.Output> left = ops(ops.select_ops(), scope, List.of(), true, compared);
    List<Rte.Output> right =
        ops.select_primary() != null
            ? primary(ops.select_primary(), scope, List.of(), true, compared)
            : nested(ops.select_stmt(), scope, compared);
    combinedTail(select.after_ops(), scope);
    return combine(left, right);
  }

  List<Rte.Output> exists(Table_subqueryContext subquery, Scope outer) {
    Select_stmtContext select = subquery.select_stmt();
    Scope scope = new Scope(outer);
    with(select.with_clause(), scope);
    return ops(select.select_ops(), scope, select.after_ops(), false, Sink.UNUSED);
  }

  private List<Rte.Output> nested(Select_stmtContext select, Scope outer, Sink sink) {
    Scope scope = new Scope(outer);
    with(select.with_clause(), scope);
    return ops(select.select_ops(), scope, select.after_ops(), true, sink);
  }

  private List<Rte.Output> ops(
      Select_opsContext ops,
      Scope scope,
      List<After_opsContext> tail,
      boolean combined,
      Sink sink) {
    if (ops.select_primary() != null) {
      return primary(ops.select_primary(), scope, tail, combined, sink);
    }
    if (ops.select_stmt() != null) {
      Scope inner = new Scope(scope);
      Select_stmtContext select = ops.select_stmt();
      with(select.with_clause(), inner);
      List<After_opsContext> both = new ArrayList<>(select.after_ops());
      both.addAll(tail);
      return ops(select.select_ops(), inner, both, combined, sink);
    }
    Sink compared = compared(ops.set_qualifier(), sink);
    List<Rte.Output> left = ops(ops.select_ops(0), scope, List.of(), true, compared);
    List<Rte.Output> right = ops(ops.select_ops(1), scope, List.of(), true, compared);
    combinedTail(tail, scope);
    return combine(left, right);
  }

  /** All set operations but those with ALL compare every column. */
  private static Sink compared(@Nullable Set_qualifierContext qualifier, Sink sink) {
    return qualifier != null && qualifier.ALL() != null ? sink : Sink.COUNTED;
  }

  /**
   * After a set operation ORDER BY sees output columns only, which keep their labels; LIMIT may
   * hold a subquery.
   */
  private void combinedTail(List<After_opsContext> tail, Scope scope) {
    for (After_opsContext after : tail) {
      if (after.orderby_clause() == null) {
        resolver.visitChildren(after, scope);
      }
    }
  }

  private static List<Rte.Output> combine(List<Rte.Output> left, List<Rte.Output> right) {
    List<Rte.Output> outputs = new ArrayList<>(left);
    for (Rte.Output output : right) {
      if (output.starOf() != null) {
        outputs.add(output);
      }
    }
    return outputs;
  }

  void with(@Nullable With_clauseContext with, Scope scope) {
    if (with == null) {
      return;
    }
    for (With_queryContext query : with.with_query()) {
      String name = sql.name(query.query_name);
      List<Rte.Output> renamed = aliases(query.column_name);
      if (with.RECURSIVE() != null) {
        scope.addQuery(name, renamed.isEmpty() ? labels(query.data_statement()) : renamed);
      }
      List<Rte.Output> outputs = resolver.dataStatement(query.data_statement(), scope, Sink.INNER);
      scope.addQuery(name, rename(outputs, renamed));
      resolver.visitAll(query.vex(), scope);
    }
  }

  /** The columns that a recursive query shows to itself: those of its first part. */
  private List<Rte.Output> labels(Data_statementContext data) {
    Select_primaryContext first =
        data.select_stmt() == null ? null : Labels.leftmost(data.select_stmt().select_ops());
    if (first == null || first.select_list() == null) {
      return List.of(new Rte.Output(null, null));
    }
    List<Rte.Output> outputs = new ArrayList<>();
    for (Select_sublistContext item : first.select_list().select_sublist()) {
      boolean star = isStar(item) || qualifiedStar(item) != null;
      outputs.add(new Rte.Output(star ? null : resolver.labels.of(item).name(), null));
    }
    return outputs;
  }

  List<Rte.Output> aliases(@Nullable List<? extends ParserRuleContext> names) {
    List<Rte.Output> outputs = new ArrayList<>();
    if (names != null) {
      for (ParserRuleContext name : names) {
        outputs.add(new Rte.Output(sql.name(name), null));
      }
    }
    return outputs;
  }

  /**
   * Applies an alias list: it renames the first columns, and what {@code *} brought keeps its
   * origin.
   */
  static List<Rte.Output> rename(List<Rte.Output> outputs, List<Rte.Output> names) {
    if (names.isEmpty()) {
      return outputs;
    }
    boolean open = outputs.stream().anyMatch(o -> o.name() == null);
    List<Rte.Output> renamed = new ArrayList<>(names);
    for (int i = 0; i < outputs.size(); i++) {
      Rte.Output output = outputs.get(i);
      if (open && output.starOf() != null) {
        renamed.add(output);
      } else if (!open && i < names.size()) {
        renamed.set(i, new Rte.Output(names.get(i).name(), output.starOf()));
      } else if (!open) {
        renamed.add(output);
      }
    }
    return renamed;
  }

  private List<Rte.Output> primary(
      Select_primaryContext select,
      Scope outer,
      List<After_opsContext> tail,
      boolean combined,
      Sink sink) {
    if (select.values_stmt() != null) {
      resolver.visit(select.values_stmt(), outer);
      resolver.visitAll(tail, outer);
      return List.of(new Rte.Output(null, null));
    }
    if (select.schema_qualified_name() != null) {
      return tableCommand(select, outer, combined || sink == Sink.COUNTED);
    }
    Scope scope = new Scope(outer);
    for (From_itemContext item : select.from_item()) {
      scope.add(from.item(item, scope));
    }
    boolean sorted =
        isDistinct(select)
            || select.groupby_clause() != null
            || select.HAVING() != null
            || select.WINDOW() != null;
    for (After_opsContext after : tail) {
      sorted |= after.orderby_clause() != null;
    }
    // The vex() of a SELECT are those of DISTINCT ON, WHERE and HAVING.
    resolver.visitAll(select.vex(), scope);
    resolver.visitAll(select.window_definition(), scope);
    List<String> labels = new ArrayList<>();
    List<Rte.Output> outputs = List.of();
    if (select.select_list() != null) {
      outputs =
          outputs(
              select.select_list(),
              scope,
              scope.from(),
              new Frame(combined, sorted, used(select, sink), sink));
      for (Rte.Output output : outputs) {
        if (output.name() != null) {
          labels.add(output.name());
        }
      }
    }
    if (select.groupby_clause() != null) {
      resolver.expressions().grouping(select.groupby_clause(), renamedLabels(select), scope);
    }
    for (After_opsContext after : tail) {
      if (after.orderby_clause() == null) {
        resolver.visitChildren(after, scope);
        continue;
      }
      for (Sort_specifierContext sort : after.orderby_clause().sort_specifier()) {
        // A bare name is an output column first (PostgreSQL documentation, SELECT, ORDER BY
        // Clause).
        if (!isLabel(sort.vex(), labels)) {
          resolver.visit(sort.vex(), scope);
        }
      }
    }
    return outputs;
  }

  /** DISTINCT compares every column, and INTO stores it. */
  private static boolean used(Select_primaryContext select, Sink sink) {
    return sink.used() || isDistinct(select) || select.into_table() != null;
  }

  private static boolean isDistinct(Select_primaryContext select) {
    return select.set_qualifier() != null && select.set_qualifier().DISTINCT() != null;
  }

  /**
   * The labels of items that do not themselves name a column of that name: who wrote {@code
   * lower(n) AS n} knew the column, who wrote {@code lower(m) AS n} may not have.
   */
  private List<String> renamedLabels(Select_primaryContext select) {
    List<String> renamed = new ArrayList<>();
    if (select.select_list() != null) {
      for (Select_sublistContext item : select.select_list().select_sublist()) {
        String label = isStar(item) ? null : resolver.labels.of(item).name();
        if (label != null && !Expressions.mentions(item.vex(), label, sql)) {
          renamed.add(label);
        }
      }
    }
    return renamed;
  }

  private boolean isLabel(VexContext vex, List<String> labels) {
    Indirection_varContext bare = Expressions.bareName(vex);
    return bare != null && labels.contains(sql.name(bare.identifier()));
  }

  private List<Rte.Output> tableCommand(
      Select_primaryContext select, Scope outer, boolean counted) {
    Schema_qualified_nameContext name = select.schema_qualified_name();
    FromNode node = from.named(name, null, outer, null);
    List<Rte> leaves = new ArrayList<>();
    node.leaves(leaves);
    Rte rte = leaves.get(0);
    if (rte.watched() != null) {
      resolver.add(
          new Finding.TableCommand(rte, ParsedSql.start(select), ParsedSql.end(select), counted));
    }
    return starOutputs(node);
  }

  /** Resolves a RETURNING list. */
  List<Rte.Output> outputs(Select_listContext list, Scope scope, List<FromNode> from, Sink sink) {
    return outputs(list, scope, from, new Frame(false, false, sink.used(), sink));
  }

  private List<Rte.Output> outputs(
      Select_listContext list, Scope scope, List<FromNode> from, Frame frame) {
    List<Rte.Output> outputs = new ArrayList<>();
    for (Select_sublistContext item : list.select_sublist()) {
      Indirection_varContext qualified = qualifiedStar(item);
      if (isStar(item)) {
        star(from, item, frame, outputs);
      } else if (qualified != null) {
        qualifiedStar(qualified, item, scope, frame, outputs);
      } else {
        Labels.Label label = resolver.labels.of(item);
        resolver.expressions().item(item, label, frame.plain(), scope);
        outputs.add(new Rte.Output(label.name(), null));
      }
    }
    return outputs;
  }

  private void star(
      List<FromNode> from, Select_sublistContext item, Frame frame, List<Rte.Output> outputs) {
    resolver.add(
        new Finding.Star(
            from,
            ParsedSql.start(item),
            ParsedSql.end(item),
            frame.sink() == Sink.UNUSED,
            frame.used(),
            frame.plain(),
            frame.counted()));
    for (FromNode node : from) {
      outputs.addAll(starOutputs(node));
    }
  }

  private void qualifiedStar(
      Indirection_varContext var,
      Select_sublistContext item,
      Scope scope,
      Frame frame,
      List<Rte.Output> outputs) {
    Scope.Found found = resolver.expressions().qualifier(var, scope);
    if (found == null) {
      outputs.add(new Rte.Output(null, null));
      return;
    }
    star(List.of(new FromNode.Leaf(found.rte())), item, frame, outputs);
  }

  static List<Rte.Output> starOutputs(FromNode node) {
    List<Rte> leaves = new ArrayList<>();
    node.leaves(leaves);
    List<Rte.Output> outputs = new ArrayList<>();
    for (Rte leaf : leaves) {
      if (leaf.outputs() != null) {
        outputs.addAll(leaf.outputs());
        continue;
      }
      Watched watched = leaf.watched();
      List<String> names = leaf.columnNames();
      if (names == null) {
        outputs.add(new Rte.Output(null, null));
      } else {
        for (String name : names) {
          boolean is = watched != null && watched.columns().contains(name);
          outputs.add(new Rte.Output(name, is ? watched : null));
        }
      }
      if (watched != null) {
        for (String column : watched.columns()) {
          if (names == null || !names.contains(column)) {
            outputs.add(new Rte.Output(column, watched));
          }
        }
      }
    }
    return outputs;
  }

  static boolean isStar(Select_sublistContext item) {
    return item.getChildCount() == 1
        && item.vex().getChildCount() == 1
        && item.vex().value_expression_primary() != null
        && item.vex().value_expression_primary().MULTIPLY() != null;
  }

  /** The {@code u.*} that the item is, or null. */
  private static @Nullable Indirection_varContext qualifiedStar(Select_sublistContext item) {
    Value_expression_primaryContext primary = item.vex().value_expression_primary();
    Indirection_varContext var = primary == null ? null : primary.indirection_var();
    return var != null
            && var.indirection_list() != null
            && var.indirection_list().MULTIPLY() != null
            && item.getChildCount() == 1
        ? var
        : null;
  }
}
