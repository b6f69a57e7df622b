package dev.crossfade.sql.internal;

import dev.crossfade.sql.syntax.Body;
import dev.crossfade.sql.syntax.DataStatement;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.FromItem;
import dev.crossfade.sql.syntax.Name;
import dev.crossfade.sql.syntax.Query;
import dev.crossfade.sql.syntax.SelectItem;
import dev.crossfade.sql.syntax.SortKey;
import dev.crossfade.sql.syntax.With;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private record Frame(Around around, boolean sorted, boolean used, Sink sink) {
    boolean plain() {
      return sink == Sink.CLIENT && !around.combined() && !sorted;
    }

    boolean counted() {
      return around.combined() ? around.counted() : sink == Sink.COUNTED;
    }
  }

  /**
   * What is around the body of a query.
   *
   * @param branches those of the outermost set operation that it is a part of, or null
   * @param counted whether the number of that operation's columns is fixed
   */
  private record Around(@Nullable Branches branches, boolean counted) {
    static final Around NOTHING = new Around(null, false);

    boolean combined() {
      return branches != null;
    }

    Around within(Sink sink) {
      return combined() ? this : new Around(new Branches(), sink == Sink.COUNTED);
    }
  }

  private final Resolver resolver;
  private final FromClause from;

  Queries(Resolver resolver) {
    this.resolver = resolver;
    this.from = new FromClause(resolver, this);
  }

  FromClause from() {
    return from;
  }

  /** Resolves a query. */
  List<Rte.Output> select(Query query, @Nullable Scope outer, Sink sink) {
    return select(query, outer, List.of(), Around.NOTHING, sink);
  }

  /**
   * Resolves a query in parentheses, or the outermost.
   *
   * @param sorting the queries whose body it is, which may sort it too
   */
  private List<Rte.Output> select(
      Query query, @Nullable Scope outer, List<Query> sorting, Around around, Sink sink) {
    Scope scope = new Scope(outer);
    with(query.with(), scope);
    List<Query> tail = List.of(query);
    if (!sorting.isEmpty()) {
      tail = new ArrayList<>(tail);
      tail.addAll(sorting);
    }
    return body(query.body(), scope, tail, around, sink);
  }

  private List<Rte.Output> body(
      Body body, Scope scope, List<Query> tail, Around around, Sink sink) {
    if (body instanceof Body.Select select) {
      return select(select, scope, tail, around, sink);
    }
    if (body instanceof Body.Parens parens) {
      return select(parens.query(), scope, tail, around, sink);
    }
    if (body instanceof Body.SetOperation operation) {
      // All set operations but those with ALL compare every column.
      Sink compared = operation.all() ? sink : Sink.COUNTED;
      Around inner = around.within(sink);
      List<Rte.Output> left = body(operation.left(), scope, List.of(), inner, compared);
      List<Rte.Output> right = body(operation.right(), scope, List.of(), inner, compared);
      // ORDER BY sees output columns only here, which keep their labels.
      limits(tail, scope);
      return combine(left, right);
    }
    if (around.branches() != null) {
      around.branches().other();
    }
    if (body instanceof Body.TableCommand command) {
      limits(tail, scope);
      return tableCommand(command, scope, around.combined() || sink == Sink.COUNTED);
    }
    resolver.expressions().visitParts(body, scope);
    for (Query query : tail) {
      for (SortKey key : query.orderBy()) {
        resolver.expressions().visit(key.value(), scope);
      }
    }
    limits(tail, scope);
    return List.of(new Rte.Output(null, null));
  }

  private void limits(List<Query> tail, Scope scope) {
    for (Query query : tail) {
      if (query.limit() != null) {
        resolver.expressions().visit(query.limit(), scope);
      }
      if (query.offset() != null) {
        resolver.expressions().visit(query.offset(), scope);
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

  void with(@Nullable With with, Scope scope) {
    if (with == null) {
      return;
    }
    if (with.recursive()) {
      // Here a query sees itself and those that follow.
      for (With.Entry entry : with.entries()) {
        scope.addQuery(
            entry.name().value(),
            entry.columns().isEmpty() ? labels(entry.statement()) : aliases(entry.columns()));
      }
    }
    for (With.Entry entry : with.entries()) {
      List<Rte.Output> outputs = resolver.data(entry.statement(), scope, Sink.INNER);
      List<Rte.Output> renamed = rename(outputs, aliases(entry.columns()));
      scope.addQuery(entry.name().value(), searched(entry, renamed));
      if (entry.cycle() != null) {
        resolver.expressions().visitParts(entry.cycle(), scope);
      }
    }
  }

  /** SEARCH and CYCLE add columns. */
  private static List<Rte.Output> searched(With.Entry entry, List<Rte.Output> outputs) {
    if (entry.search() == null && entry.cycle() == null) {
      return outputs;
    }
    List<Rte.Output> more = new ArrayList<>(outputs);
    if (entry.search() != null) {
      more.add(new Rte.Output(entry.search().sequence().value(), null));
    }
    if (entry.cycle() != null) {
      more.add(new Rte.Output(entry.cycle().mark().value(), null));
      more.add(new Rte.Output(entry.cycle().path().value(), null));
    }
    return more;
  }

  /** The columns that a recursive query shows to itself: those of its first part. */
  private static List<Rte.Output> labels(DataStatement data) {
    List<Rte.Output> outputs = new ArrayList<>();
    if (data instanceof Query query
        && Labels.leftmost(query.body()) instanceof Body.Select first
        && !first.items().isEmpty()) {
      for (SelectItem item : first.items()) {
        outputs.add(new Rte.Output(Labels.of(item).name(), null));
      }
    } else {
      outputs.add(new Rte.Output(null, null));
    }
    return outputs;
  }

  static List<Rte.Output> aliases(List<Name> names) {
    List<Rte.Output> outputs = new ArrayList<>();
    for (Name name : names) {
      outputs.add(new Rte.Output(name.value(), null));
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

  private List<Rte.Output> select(
      Body.Select select, Scope outer, List<Query> tail, Around around, Sink sink) {
    Scope scope = new Scope(outer);
    for (FromItem item : select.from()) {
      scope.add(from.item(item, scope));
    }
    boolean sorted =
        select.distinct()
            || select.groupBy() != null
            || select.having() != null
            || !select.windows().isEmpty();
    for (Query query : tail) {
      sorted |= !query.orderBy().isEmpty();
    }
    if (select.where() != null) {
      resolver.expressions().visit(select.where(), scope);
    }
    if (select.having() != null) {
      resolver.expressions().visit(select.having(), scope);
    }
    for (Body.Select.NamedWindow window : select.windows()) {
      resolver.expressions().visitParts(window, scope);
    }
    // DISTINCT compares every column, and INTO stores it.
    boolean used = sink.used() || select.distinct() || select.into() != null;
    List<Rte.Output> outputs =
        outputs(select.items(), scope, scope.from(), new Frame(around, sorted, used, sink));
    if (select.groupBy() != null) {
      resolver.expressions().grouping(select.groupBy(), renamedLabels(select), scope);
    }
    for (Expr value : select.distinctOn()) {
      sorted(value, outputs, scope);
    }
    for (Query query : tail) {
      for (SortKey key : query.orderBy()) {
        sorted(key.value(), outputs, scope);
      }
    }
    limits(tail, scope);
    return outputs;
  }

  /** A bare name is an output column first (PostgreSQL documentation, SELECT, ORDER BY Clause). */
  private void sorted(Expr value, List<Rte.Output> outputs, Scope scope) {
    String bare = Expressions.bareName(value);
    if (bare == null || outputs.stream().noneMatch(output -> bare.equals(output.name()))) {
      resolver.expressions().visit(value, scope);
    }
  }

  /**
   * The labels of items that do not themselves name a column of that name: who wrote {@code
   * lower(n) AS n} knew the column, who wrote {@code lower(m) AS n} may not have.
   */
  private static List<String> renamedLabels(Body.Select select) {
    List<String> renamed = new ArrayList<>();
    for (SelectItem item : select.items()) {
      String label = Labels.of(item).name();
      if (label != null && !Expressions.mentions(item.value(), label)) {
        renamed.add(label);
      }
    }
    return renamed;
  }

  private List<Rte.Output> tableCommand(Body.TableCommand command, Scope outer, boolean counted) {
    FromNode node = from.named(command.table(), null, outer, false);
    List<Rte> leaves = new ArrayList<>();
    node.leaves(leaves);
    Rte rte = leaves.get(0);
    if (rte.watched() != null) {
      resolver.add(new Finding.TableCommand(rte, command.start(), counted));
    }
    return starOutputs(node);
  }

  /** Resolves a RETURNING list. */
  List<Rte.Output> outputs(List<SelectItem> items, Scope scope, List<FromNode> from, Sink sink) {
    return outputs(items, scope, from, new Frame(Around.NOTHING, false, sink.used(), sink));
  }

  private List<Rte.Output> outputs(
      List<SelectItem> items, Scope scope, List<FromNode> from, Frame frame) {
    List<Rte.Output> outputs = new ArrayList<>();
    Branches branches = frame.around().branches();
    if (branches != null) {
      branches.begin(items.size());
    }
    for (SelectItem item : items) {
      if (item.value() instanceof Expr.Star) {
        star(from, item, frame, outputs);
      } else if (item.value() instanceof Expr.ColumnRef ref && ref.star()) {
        Scope.Found found = Expressions.qualifier(ref, scope);
        if (found == null) {
          outputs.add(new Rte.Output(null, null));
        } else {
          star(List.of(new FromNode.Leaf(found.rte())), item, frame, outputs);
        }
      } else {
        Labels.Label label = Labels.of(item);
        resolver.expressions().item(item, label, frame.plain(), scope);
        outputs.add(new Rte.Output(label.name(), null));
      }
    }
    return outputs;
  }

  private void star(List<FromNode> from, SelectItem item, Frame frame, List<Rte.Output> outputs) {
    Branches branches = frame.around().branches();
    Finding.Star star =
        new Finding.Star(
            from,
            item.start(),
            item.end(),
            frame.sink() == Sink.UNUSED,
            frame.used(),
            frame.plain(),
            frame.counted(),
            branches);
    if (branches != null) {
      branches.star(outputs.size(), star.leaves());
    }
    resolver.add(star);
    for (FromNode node : from) {
      outputs.addAll(starOutputs(node));
    }
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
}
