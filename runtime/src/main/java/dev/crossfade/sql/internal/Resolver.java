package dev.crossfade.sql.internal;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import dev.crossfade.sql.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Conflict_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Conflict_objectContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_from_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Copy_to_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Create_table_as_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Declare_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Delete_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_itemContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Index_columnContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Indirection_identifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Insert_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Merge_not_matchedContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Merge_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Merge_updateContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Output_aliasContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Returning_select_list_with_aliasContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmtContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Select_stmt_no_parensContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_setContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Update_stmt_for_psqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.When_conditionContext;

/**
 * Walks one statement and finds what it does with watched tables: which entry of which FROM clause
 * each name belongs to (PostgreSQL documentation, sections 4.2.1 and 7.2). For one statement, one
 * thread.
 */
public final class Resolver {

  final ParsedSql sql;
  final Catalog catalog;
  final Watched.Lookup lookup;
  final Labels labels;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Watched> touched = new ArrayList<>();
  private final Expressions expressions;
  private final Queries queries;

  private Resolver(ParsedSql sql, Catalog catalog, Watched.Lookup lookup) {
    this.sql = sql;
    this.catalog = catalog;
    this.lookup = lookup;
    this.labels = new Labels(sql);
    this.expressions = new Expressions(this);
    this.queries = new Queries(this);
  }

  /**
   * What {@code statement} does with watched tables, in the order of the text as far as it matters.
   *
   * @throws StackOverflowError if it nests too deep for this thread; the caller treats it as not
   *     parsed
   */
  public static List<Finding> resolve(
      ParsedSql sql, StatementContext statement, Catalog catalog, Watched.Lookup lookup) {
    Resolver resolver = new Resolver(sql, catalog, lookup);
    resolver.statement(statement);
    return resolver.findings;
  }

  private void statement(StatementContext statement) {
    Scope top = new Scope(null);
    Create_table_as_statementContext copy = tableAs(statement.schema_statement());
    if (copy != null && copy.select_stmt() != null) {
      queries.select(copy.select_stmt(), top, Queries.Sink.LATER);
    } else if (statement.schema_statement() != null) {
      opaque(statement, true);
    } else {
      visit(statement, top);
    }
  }

  private static @Nullable Create_table_as_statementContext tableAs(
      @Nullable Schema_statementContext schema) {
    return schema == null || schema.schema_create() == null
        ? null
        : schema.schema_create().create_table_as_statement();
  }

  private void additional(Additional_statementContext statement, Scope scope) {
    if (statement.PREPARE() != null && statement.data_statement() != null) {
      dataStatement(statement.data_statement(), scope, Queries.Sink.LATER);
    } else {
      visitChildren(statement, scope);
    }
  }

  /** Visits what is below {@code node}, resolving names in {@code scope}. */
  void visit(ParseTree node, Scope scope) {
    if (!(node instanceof ParserRuleContext context)) {
      return;
    }
    switch (context.getRuleIndex()) {
      case SQLParser.RULE_data_statement ->
          dataStatement((Data_statementContext) context, scope, Queries.Sink.CLIENT);
      case SQLParser.RULE_declare_statement ->
          queries.select(
              ((Declare_statementContext) context).select_stmt(), scope, Queries.Sink.LATER);
      case SQLParser.RULE_additional_statement ->
          additional((Additional_statementContext) context, scope);
      // Met here it is a subquery in an expression, or a cursor's.
      case SQLParser.RULE_select_stmt ->
          queries.select((Select_stmtContext) context, scope, Queries.Sink.COUNTED);
      case SQLParser.RULE_select_stmt_no_parens ->
          queries.select((Select_stmt_no_parensContext) context, scope, Queries.Sink.COUNTED);
      case SQLParser.RULE_copy_to_statement -> copyTo((Copy_to_statementContext) context, scope);
      case SQLParser.RULE_copy_from_statement ->
          copyFrom((Copy_from_statementContext) context, scope);
      case SQLParser.RULE_anonymous_block -> opaque(context, false);
      case SQLParser.RULE_truncate_stmt, SQLParser.RULE_lock_table -> {}
      default -> expressions.visit(context, scope);
    }
  }

  void visitChildren(ParserRuleContext context, Scope scope) {
    for (int i = 0; i < context.getChildCount(); i++) {
      visit(context.getChild(i), scope);
    }
  }

  void visitAll(List<? extends ParserRuleContext> nodes, Scope scope) {
    for (ParserRuleContext node : nodes) {
      visit(node, scope);
    }
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  Expressions expressions() {
    return expressions;
  }

  Queries queries() {
    return queries;
  }

  /** The watched tables met so far. */
  List<Watched> touched() {
    return touched;
  }

  /** Runs a data statement; its output columns are those of the SELECT or of RETURNING. */
  List<Rte.Output> dataStatement(Data_statementContext data, Scope scope, Queries.Sink sink) {
    if (data.select_stmt() != null) {
      return queries.select(data.select_stmt(), scope, sink);
    }
    if (data.insert_stmt_for_psql() != null) {
      return insert(data.insert_stmt_for_psql(), scope, sink);
    }
    if (data.update_stmt_for_psql() != null) {
      return update(data.update_stmt_for_psql(), scope, sink);
    }
    if (data.delete_stmt_for_psql() != null) {
      return delete(data.delete_stmt_for_psql(), scope, sink);
    }
    return merge(data.merge_stmt_for_psql(), scope, sink);
  }

  private List<Rte.Output> insert(
      Insert_stmt_for_psqlContext insert, Scope outer, Queries.Sink sink) {
    Scope scope = new Scope(outer);
    queries.with(insert.with_clause(), scope);
    Rte target = target(insert.insert_table_name, insert.alias);
    if (insert.select_stmt() != null) {
      queries.select(insert.select_stmt(), scope, Queries.Sink.COUNTED);
    }
    if (target.watched() != null) {
      add(new Finding.Insert(insert, target));
    }
    Scope inner = new Scope(scope);
    inner.add(new FromNode.Leaf(target));
    if (insert.conflict_object() != null) {
      conflict(insert.conflict_object(), inner);
      if (target.watched() != null) {
        add(new Finding.ConflictTarget(insert.conflict_object(), target));
      }
    }
    Conflict_actionContext action = insert.conflict_action();
    if (action != null && !action.update_set().isEmpty()) {
      Scope updating = new Scope(inner);
      updating.addHidden(target.as("excluded"));
      sets(action.update_set(), target, updating, inner);
      if (action.vex() != null) {
        visit(action.vex(), updating);
      }
    }
    return returning(insert.returning_select_list_with_alias(), inner, target, sink);
  }

  /** A bare name in an inference clause can not be qualified, so it is no ordinary reference. */
  private void conflict(Conflict_objectContext conflict, Scope scope) {
    if (conflict.index_columns() != null) {
      for (Index_columnContext column : conflict.index_columns().index_column()) {
        if (Targets.bare(column) == null) {
          visit(column.column, scope);
        }
      }
    }
    if (conflict.index_where() != null) {
      visit(conflict.index_where(), scope);
    }
  }

  private List<Rte.Output> update(
      Update_stmt_for_psqlContext update, Scope outer, Queries.Sink sink) {
    Scope named = new Scope(outer);
    queries.with(update.with_clause(), named);
    Scope scope = new Scope(named);
    Rte target = target(update.update_table_name, update.alias);
    scope.add(new FromNode.Leaf(target));
    for (From_itemContext item : update.from_item()) {
      scope.add(queries.from().item(item, scope));
    }
    sets(update.update_set(), target, scope, scope);
    if (update.vex() != null) {
      visit(update.vex(), scope);
    }
    return returning(update.returning_select_list_with_alias(), scope, target, sink);
  }

  private List<Rte.Output> delete(
      Delete_stmt_for_psqlContext delete, Scope outer, Queries.Sink sink) {
    Scope named = new Scope(outer);
    queries.with(delete.with_clause(), named);
    Scope scope = new Scope(named);
    Rte target = target(delete.delete_table_name, delete.alias);
    scope.add(new FromNode.Leaf(target));
    for (From_itemContext item : delete.from_item()) {
      scope.add(queries.from().item(item, scope));
    }
    if (delete.vex() != null) {
      visit(delete.vex(), scope);
    }
    return returning(delete.returning_select_list_with_alias(), scope, target, sink);
  }

  private List<Rte.Output> merge(Merge_stmt_for_psqlContext merge, Scope outer, Queries.Sink sink) {
    Scope named = new Scope(outer);
    queries.with(merge.with_clause(), named);
    Scope scope = new Scope(named);
    Rte target = target(merge.merge_table_name, merge.alias);
    FromNode source = queries.from().item(merge.from_item(), scope);
    // MERGE's RETURNING * lists the source first (PostgreSQL documentation, MERGE,
    // output_expression).
    scope.add(source);
    scope.add(new FromNode.Leaf(target));
    Scope unmatched = new Scope(named);
    unmatched.add(source);
    Scope missing = new Scope(named);
    missing.add(new FromNode.Leaf(target));
    visit(merge.vex(), scope);
    for (When_conditionContext when : merge.when_condition()) {
      Scope visible = when.NOT() == null ? scope : when.SOURCE() != null ? missing : unmatched;
      if (when.vex() != null) {
        visit(when.vex(), visible);
      }
      if (when.merge_matched() != null && !when.merge_matched().merge_update().isEmpty()) {
        List<Merge_updateContext> items = when.merge_matched().merge_update();
        for (Merge_updateContext item : items) {
          visitAll(item.value, visible);
        }
        updated(items, target);
      }
      Merge_not_matchedContext insert = when.merge_not_matched();
      if (insert != null && insert.INSERT() != null) {
        if (insert.values_stmt() != null) {
          visit(insert.values_stmt(), visible);
        }
        if (target.watched() != null) {
          add(new Finding.MergeInsert(insert, target));
        }
      }
    }
    return returning(merge.returning_select_list_with_alias(), scope, target, sink);
  }

  private void sets(List<Update_setContext> items, Rte target, Scope scope, Scope columns) {
    for (Update_setContext item : items) {
      visitAll(item.value, scope);
      if (item.table_subquery() != null) {
        visit(item.table_subquery(), scope);
      }
      for (Indirection_identifierContext column : item.column) {
        if (column.indirection_list() != null) {
          visit(column.indirection_list(), columns);
        }
      }
    }
    updated(items, target);
  }

  private void updated(List<? extends ParserRuleContext> items, Rte target) {
    if (target.watched() != null) {
      add(new Finding.Update(items, target));
    }
  }

  private List<Rte.Output> returning(
      @Nullable Returning_select_list_with_aliasContext returning,
      Scope scope,
      Rte target,
      Queries.Sink sink) {
    if (returning == null) {
      return List.of();
    }
    Scope inner = new Scope(scope);
    if (returning.with_output_alias() != null) {
      for (Output_aliasContext alias : returning.with_output_alias().output_alias()) {
        inner.addHidden(target.as(sql.name(alias.identifier())));
      }
    } else {
      for (String row : List.of("old", "new")) {
        if (scope.alias(row) == null) {
          inner.addHidden(target.as(row));
        }
      }
    }
    return queries.outputs(returning.select_list(), inner, scope.from(), sink);
  }

  /** The entry for the table that a statement writes. */
  private Rte target(Schema_qualified_nameContext name, @Nullable IdentifierContext alias) {
    Rte target = table(name, alias, false);
    TableName written = target.written();
    if (target.watched() == null && written != null) {
      Watched reached = lookup.reachedThrough(written);
      if (reached != null) {
        add(
            new Finding.IndirectWrite(
                written.toString(), reached, ParsedSql.start(name), ParsedSql.end(name)));
      }
    }
    return target;
  }

  /** The entry for a table named in FROM or as a target. */
  Rte table(Schema_qualified_nameContext name, @Nullable IdentifierContext alias, boolean renamed) {
    TableName written = QualifiedNames.table(sql, name);
    var relation = catalog.relation(written);
    Watched watched = lookup.find(written, relation);
    if (watched != null) {
      touched.add(watched);
    }
    String nameText = QualifiedNames.lastText(sql, name);
    return alias == null
        ? Rte.table(written.name(), nameText, nameText, written, relation, watched, renamed)
        : Rte.table(
            sql.name(alias), sql.text(alias), nameText, written, relation, watched, renamed);
  }

  /** Finds what a FROM item reads that is a view over a watched table. */
  void views(TableName written) {
    for (Watched reached : lookup.all()) {
      if (catalog.reaching(reached.table()).contains(written.name())) {
        for (String column : reached.columns()) {
          if (catalog
              .viewsReading(new ColumnName(reached.table(), column))
              .contains(written.name())) {
            add(new Finding.IndirectRead(reached, column));
          }
        }
      }
    }
  }

  private void copyTo(Copy_to_statementContext copy, Scope scope) {
    if (copy.data_statement() != null && copy.data_statement().select_stmt() != null) {
      visit(copy.data_statement().select_stmt(), scope);
    } else if (copy.data_statement() != null) {
      dataStatement(copy.data_statement(), scope, Queries.Sink.LATER);
    } else if (copy.table_cols() != null) {
      Rte target = table(copy.table_cols().schema_qualified_name(), null, false);
      if (target.watched() != null) {
        add(new Finding.CopyTo(copy, target));
      }
    }
  }

  private void copyFrom(Copy_from_statementContext copy, Scope outer) {
    Rte target = target(copy.table_cols().schema_qualified_name(), null);
    if (target.watched() != null) {
      add(new Finding.CopyFrom(copy, target));
    }
    if (copy.vex() != null) {
      Scope scope = new Scope(outer);
      scope.add(new FromNode.Leaf(target));
      visit(copy.vex(), scope);
    }
  }

  /**
   * Text that is not analysed further: its names, and the words of its literals, are compared with
   * the watched ones.
   */
  private void opaque(ParserRuleContext context, boolean ddl) {
    String text = sql.text(context);
    for (Watched watched : lookup.all()) {
      boolean named = false;
      for (String column : watched.columns()) {
        if (Words.contains(text, column)) {
          named = true;
          add(new Finding.Opaque(watched, column, ddl));
        }
      }
      if (!named && Words.contains(text, watched.table().name())) {
        add(new Finding.Opaque(watched, null, ddl));
      }
    }
  }
}
