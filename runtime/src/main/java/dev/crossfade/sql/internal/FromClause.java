package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.syntax.Alias;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.FromItem;
import dev.crossfade.sql.syntax.Name;
import dev.crossfade.sql.syntax.TableRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resolver's part for FROM: tables, subqueries, functions, joins. */
final class FromClause {

  private final Resolver resolver;
  private final Queries queries;

  FromClause(Resolver resolver, Queries queries) {
    this.resolver = resolver;
    this.queries = queries;
  }

  /** Resolves one FROM item. */
  FromNode item(FromItem item, Scope scope) {
    if (item instanceof FromItem.Table table) {
      FromNode node = named(table.table(), table.alias(), scope, table.sample() == null);
      if (table.sample() != null) {
        resolver.expressions().visitAll(table.sample(), scope);
      }
      return node;
    }
    if (item instanceof FromItem.Join join) {
      return join(join, scope);
    }
    if (item instanceof FromItem.Parens parens) {
      FromNode inner = item(parens.inner(), scope);
      return parens.alias() == null ? inner : aliased(inner, parens.alias());
    }
    if (item instanceof FromItem.Derived derived) {
      Scope visible = derived.lateral() ? scope : scope.around();
      List<Rte.Output> outputs = queries.select(derived.query(), visible, Queries.Sink.INNER);
      return derived(derived.alias(), outputs, "");
    }
    if (item instanceof FromItem.TableFunction function) {
      resolver.expressions().visitParts(function, scope);
      List<Rte.Output> outputs = Queries.aliases(function.columns());
      return derived(function.alias(), outputs, function.json() ? "json_table" : "xmltable");
    }
    return function((FromItem.Function) item, scope);
  }

  private FromNode function(FromItem.Function function, Scope scope) {
    resolver.expressions().visitParts(function, scope);
    Expr call = function.functions().get(0).call();
    String name =
        call instanceof Expr.Call called && !function.rowsFrom()
            ? called.name().last().value()
            : call instanceof Expr.SpecialCall special ? special.word() : "";
    Alias alias = function.alias();
    List<Rte.Output> outputs = null;
    if (alias != null && !alias.definitions().isEmpty() && !function.ordinality()) {
      outputs =
          Queries.aliases(alias.definitions().stream().map(Alias.ColumnDefinition::name).toList());
    }
    Name own = alias == null ? null : alias.name();
    return new FromNode.Leaf(
        own == null
            ? Rte.derived(name, name, outputs)
            : Rte.derived(own.value(), resolver.sql.text(own), outputs));
  }

  /** {@code (a JOIN b ON …) AS j} hides a and b; its columns are j's. */
  private FromNode aliased(FromNode inner, Alias alias) {
    List<Rte> leaves = new ArrayList<>();
    inner.leaves(leaves);
    for (Rte leaf : leaves) {
      if (leaf.watched() != null) {
        resolver.add(new Finding.Renamed(leaf, clashes(leaf, leaves)));
      }
    }
    return derived(alias, Queries.starOutputs(inner), "");
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

  private FromNode join(FromItem.Join join, Scope scope) {
    FromNode left = item(join.left(), scope);
    FromNode right = item(join.right(), scope.beside(left));
    if (join.on() != null) {
      resolver.expressions().visit(join.on(), scope.with(left, right));
    }
    List<String> merged = new ArrayList<>();
    for (Name name : join.using()) {
      merged.add(name.value());
      merges(left, name.value(), false);
      merges(right, name.value(), false);
    }
    if (join.natural()) {
      natural(left, right);
      natural(right, left);
    }
    Rte alias = null;
    if (join.usingAlias() != null) {
      Name name = join.usingAlias();
      alias =
          Rte.derived(name.value(), resolver.sql.text(name), Queries.aliases(join.using()))
              .qualifiedOnly();
    }
    return new FromNode.Join(left, right, merged, join.natural(), alias);
  }

  private void merges(FromNode side, String column, boolean natural) {
    List<Rte> leaves = new ArrayList<>();
    side.leaves(leaves);
    for (Rte leaf : leaves) {
      Watched star = leaf.starOf(column);
      if (isWatched(leaf, column)) {
        boolean another =
            leaves.stream().anyMatch(o -> !isWatched(o, column) && o.has(column) == Rte.Has.YES);
        resolver.add(
            another && !natural && !side.merges(column)
                ? new Finding.Hidden(leaf, column)
                : new Finding.Merged(leaf, column, natural));
      } else if (star != null) {
        resolver.add(new Finding.Through(star, column));
      }
    }
  }

  private static boolean isWatched(Rte leaf, String column) {
    return leaf.watched() != null && leaf.watched().columns().contains(column);
  }

  private void natural(FromNode side, FromNode other) {
    List<Rte> leaves = new ArrayList<>();
    side.leaves(leaves);
    List<Rte> others = new ArrayList<>();
    other.leaves(others);
    for (Rte leaf : leaves) {
      if (leaf.watched() != null) {
        for (String column : leaf.watched().columns()) {
          if (others.stream().anyMatch(o -> o.has(column) != Rte.Has.NO)) {
            merges(new FromNode.Leaf(leaf), column, true);
          }
        }
      }
    }
  }

  /**
   * Resolves a table, view or WITH query by its name.
   *
   * @param replaceable whether a subquery could stand in its place
   */
  FromNode named(TableRef ref, @Nullable Alias alias, Scope scope, boolean replaceable) {
    TableName table = Targets.table(ref.name());
    List<Rte.Output> query = table.schema() == null ? scope.query(table.name()) : null;
    if (query != null) {
      return alias == null
          ? new FromNode.Leaf(
              Rte.derived(table.name(), resolver.sql.text(ref.name().last()), query))
          : derived(alias, query, "");
    }
    boolean renamed = alias != null && !alias.columns().isEmpty();
    Rte rte = resolver.table(ref.name(), alias == null ? null : alias.name(), renamed);
    if (rte.watched() == null) {
      resolver.views(table);
    }
    if (replaceable) {
      rte = rte.at(new Rte.Place(ref.start(), ref.end(), alias != null));
    }
    if (renamed && rte.watched() != null) {
      resolver.add(new Finding.Renamed(rte, false));
    }
    return new FromNode.Leaf(rte);
  }

  private FromNode derived(@Nullable Alias alias, List<Rte.Output> outputs, String otherwise) {
    if (alias == null || alias.name() == null) {
      return new FromNode.Leaf(Rte.derived(otherwise, otherwise, outputs));
    }
    return new FromNode.Leaf(
        Rte.derived(
            alias.name().value(),
            resolver.sql.text(alias.name()),
            Queries.rename(outputs, Queries.aliases(alias.columns()))));
  }
}
