package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alias_clauseContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_itemContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.From_primaryContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.IdentifierContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_qualified_nameContext;

/** The resolver's part for FROM: tables, subqueries, functions, joins. */
final class FromClause {

  private final Resolver resolver;
  private final Queries queries;
  private final ParsedSql sql;

  FromClause(Resolver resolver, Queries queries) {
    this.resolver = resolver;
    this.queries = queries;
    this.sql = resolver.sql;
  }

  /** Resolves one FROM item. */
  FromNode item(From_itemContext item, Scope scope) {
    List<From_itemContext> parts = item.from_item();
    if (item.from_primary() != null) {
      return fromPrimary(item.from_primary(), scope);
    }
    if (parts.size() == 1) {
      FromNode inner = item(parts.get(0), scope);
      if (item.alias_clause() == null) {
        return inner;
      }
      // (a JOIN b ON …) AS j hides a and b; its columns are j's.
      List<Rte> leaves = new ArrayList<>();
      inner.leaves(leaves);
      for (Rte leaf : leaves) {
        if (leaf.watched() != null) {
          resolver.add(
              new Finding.Renamed(
                  leaf, ParsedSql.start(item), ParsedSql.end(item), clashes(leaf, leaves)));
        }
      }
      List<Rte.Output> outputs =
          Queries.rename(
              Queries.starOutputs(inner), queries.aliases(item.alias_clause().column_alias));
      IdentifierContext alias = item.alias_clause().alias;
      return new FromNode.Leaf(Rte.derived(sql.name(alias), sql.text(alias), outputs));
    }
    FromNode left = item(parts.get(0), scope);
    FromNode right = item(parts.get(1), scope.beside(left));
    if (item.vex() != null) {
      resolver.visit(item.vex(), scope.with(left, right));
    }
    List<String> merged = new ArrayList<>();
    if (item.names_in_parens() != null) {
      for (Schema_qualified_nameContext name :
          item.names_in_parens().names_references().schema_qualified_name()) {
        String column = sql.name(name);
        merged.add(column);
        merges(left, column, name, false);
        merges(right, column, name, false);
      }
    } else if (item.NATURAL() != null) {
      natural(left, right, item);
      natural(right, left, item);
    }
    return new FromNode.Join(left, right, merged, item.NATURAL() != null);
  }

  private static boolean clashes(Rte leaf, List<Rte> leaves) {
    Watched watched = leaf.watched();
    return watched != null
        && leaves.stream()
            .anyMatch(
                other ->
                    other != leaf
                        && watched.columns().stream()
                            .anyMatch(column -> other.has(column) != Rte.Has.NO));
  }

  private void merges(FromNode side, String column, ParserRuleContext at, boolean natural) {
    List<Rte> leaves = new ArrayList<>();
    side.leaves(leaves);
    for (Rte leaf : leaves) {
      Watched star = leaf.starOf(column);
      if (leaf.watched() != null && leaf.watched().columns().contains(column)) {
        resolver.add(
            new Finding.Merged(leaf, column, ParsedSql.start(at), ParsedSql.end(at), natural));
      } else if (star != null) {
        resolver.add(new Finding.Through(star, column));
      }
    }
  }

  private void natural(FromNode side, FromNode other, ParserRuleContext at) {
    List<Rte> leaves = new ArrayList<>();
    side.leaves(leaves);
    List<Rte> others = new ArrayList<>();
    other.leaves(others);
    for (Rte leaf : leaves) {
      if (leaf.watched() != null) {
        for (String column : leaf.watched().columns()) {
          if (others.stream().anyMatch(o -> o.has(column) != Rte.Has.NO)) {
            merges(new FromNode.Leaf(leaf), column, at, true);
          }
        }
      }
    }
  }

  private FromNode fromPrimary(From_primaryContext primary, Scope scope) {
    if (primary.schema_qualified_name() != null) {
      FromNode node =
          named(primary.schema_qualified_name(), primary.alias_clause(), scope, primary);
      resolver.visitAll(primary.vex(), scope);
      return node;
    }
    if (primary.table_subquery() != null) {
      Scope visible = primary.LATERAL() != null ? scope : scope.around();
      List<Rte.Output> outputs =
          queries.select(primary.table_subquery().select_stmt(), visible, Queries.Sink.INNER);
      Alias_clauseContext alias = primary.alias_clause();
      return alias == null
          ? new FromNode.Leaf(Rte.derived("", "", outputs))
          : derived(alias, outputs);
    }
    resolver.visitChildren(primary, scope);
    IdentifierContext alias = primary.alias;
    String name = alias == null ? functionName(primary) : sql.name(alias);
    return new FromNode.Leaf(Rte.derived(name, alias == null ? name : sql.text(alias), null));
  }

  private String functionName(From_primaryContext primary) {
    Function_callContext call = primary.function_call();
    return call != null && call.schema_qualified_name_nontype() != null
        ? QualifiedNames.lastPart(sql, call.schema_qualified_name_nontype())
        : "";
  }

  FromNode named(
      Schema_qualified_nameContext name,
      @Nullable Alias_clauseContext alias,
      Scope scope,
      @Nullable From_primaryContext item) {
    TableName table = QualifiedNames.table(sql, name);
    List<Rte.Output> query = table.schema() == null ? scope.query(table.name()) : null;
    if (query != null) {
      return alias == null
          ? new FromNode.Leaf(Rte.derived(table.name(), QualifiedNames.lastText(sql, name), query))
          : derived(alias, query);
    }
    boolean renamed = alias != null && alias.column_alias != null && !alias.column_alias.isEmpty();
    Rte rte = resolver.table(name, alias == null ? null : alias.alias, renamed);
    if (rte.watched() == null) {
      resolver.views(table);
    }
    if (item != null && item.TABLESAMPLE() == null) {
      int end = item.MULTIPLY() == null ? ParsedSql.end(name) : end(item.MULTIPLY());
      rte = rte.at(new Rte.Place(ParsedSql.start(item), end, alias != null));
    }
    if (alias != null && renamed && rte.watched() != null) {
      resolver.add(new Finding.Renamed(rte, ParsedSql.start(alias), ParsedSql.end(alias), false));
    }
    return new FromNode.Leaf(rte);
  }

  private static int end(TerminalNode node) {
    return node.getSymbol().getStopIndex() + 1;
  }

  private FromNode derived(Alias_clauseContext alias, List<Rte.Output> outputs) {
    return new FromNode.Leaf(
        Rte.derived(
            sql.name(alias.alias),
            sql.text(alias.alias),
            Queries.rename(outputs, queries.aliases(alias.column_alias))));
  }
}
