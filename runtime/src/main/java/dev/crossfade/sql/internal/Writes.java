package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.Relation;
import dev.crossfade.sql.syntax.Assignment;
import dev.crossfade.sql.syntax.DataStatement;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.FromItem;
import dev.crossfade.sql.syntax.MergeWhen;
import dev.crossfade.sql.syntax.Name;
import dev.crossfade.sql.syntax.NamePath;
import dev.crossfade.sql.syntax.OnConflict;
import dev.crossfade.sql.syntax.Returning;
import dev.crossfade.sql.syntax.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resolver's part for INSERT, UPDATE, DELETE and MERGE. */
final class Writes {

  private final Resolver resolver;

  Writes(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Resolves a write; its output columns are those of RETURNING. */
  List<Rte.Output> statement(DataStatement write, Scope outer, Queries.Sink sink) {
    if (write instanceof DataStatement.Insert insert) {
      return insert(insert, outer, sink);
    }
    if (write instanceof DataStatement.Update update) {
      return update(update, outer, sink);
    }
    if (write instanceof DataStatement.Delete delete) {
      return delete(delete, outer, sink);
    }
    return merge((DataStatement.Merge) write, outer, sink);
  }

  private List<Rte.Output> insert(DataStatement.Insert insert, Scope outer, Queries.Sink sink) {
    Scope scope = new Scope(outer);
    resolver.queries().with(insert.with(), scope);
    Rte target = inserted(insert.table(), insert.alias());
    if (insert.query() != null) {
      resolver.queries().select(insert.query(), scope, Queries.Sink.COUNTED);
    }
    if (insert.columns() != null) {
      subscripts(insert.columns().columns(), scope);
    }
    if (target.watched() != null) {
      resolver.add(new Finding.Insert(insert, target));
    }
    Scope inner = new Scope(scope);
    inner.add(new FromNode.Leaf(target));
    if (insert.conflict() != null) {
      conflict(insert.conflict(), target, inner);
    }
    return returning(insert.returning(), inner, target, sink);
  }

  private void conflict(OnConflict conflict, Rte target, Scope scope) {
    OnConflict.Inference inference = conflict.inference();
    if (inference != null) {
      Scope inferring = new Scope(null);
      inferring.add(new FromNode.Leaf(target.alone()));
      for (OnConflict.Element element : inference.elements()) {
        // A bare name in an inference clause can not be qualified, so it is no ordinary reference.
        if (Targets.bare(element.value()) == null) {
          visit(element.value(), inferring);
        }
      }
      visit(inference.where(), inferring);
    }
    if (target.watched() != null && (inference != null || conflict.constraint() != null)) {
      resolver.add(new Finding.ConflictTarget(conflict, target));
    }
    Scope updating = new Scope(scope);
    updating.addHidden(target.as("excluded"));
    if (!conflict.set().isEmpty()) {
      sets(conflict.set(), target, updating, scope);
    }
    visit(conflict.where(), updating);
  }

  private List<Rte.Output> update(DataStatement.Update update, Scope outer, Queries.Sink sink) {
    Scope named = new Scope(outer);
    resolver.queries().with(update.with(), named);
    Scope scope = new Scope(named);
    Rte target = target(update.table().name(), update.alias(), false);
    from(target, update.from(), scope);
    sets(update.set(), target, scope, scope);
    visit(update.where(), scope);
    return returning(update.returning(), scope, target, sink);
  }

  private List<Rte.Output> delete(DataStatement.Delete delete, Scope outer, Queries.Sink sink) {
    Scope named = new Scope(outer);
    resolver.queries().with(delete.with(), named);
    Scope scope = new Scope(named);
    Rte target = resolver.table(delete.table().name(), delete.alias(), false);
    if (target.watched() == null) {
      // It writes no column, but its condition reads some.
      resolver.views(Targets.table(delete.table().name()));
    }
    from(target, delete.using(), scope);
    visit(delete.where(), scope);
    return returning(delete.returning(), scope, target, sink);
  }

  private void from(Rte target, List<FromItem> items, Scope scope) {
    scope.add(new FromNode.Leaf(target));
    for (FromItem item : items) {
      scope.add(resolver.queries().from().item(item, scope));
    }
  }

  private List<Rte.Output> merge(DataStatement.Merge merge, Scope outer, Queries.Sink sink) {
    Scope named = new Scope(outer);
    resolver.queries().with(merge.with(), named);
    Scope scope = new Scope(named);
    boolean inserts = merge.whens().stream().anyMatch(w -> w.action() instanceof MergeWhen.Insert);
    Rte target = target(merge.table().name(), merge.alias(), inserts);
    FromNode source = resolver.queries().from().item(merge.source(), scope);
    // MERGE's RETURNING * lists the source first (PostgreSQL documentation, MERGE,
    // output_expression).
    scope.add(source);
    scope.add(new FromNode.Leaf(target));
    Scope unmatched = new Scope(named);
    unmatched.add(source);
    Scope missing = new Scope(named);
    missing.add(new FromNode.Leaf(target));
    visit(merge.on(), scope);
    for (MergeWhen when : merge.whens()) {
      Scope visible =
          switch (when.match()) {
            case MATCHED -> scope;
            case NOT_MATCHED_BY_TARGET -> unmatched;
            case NOT_MATCHED_BY_SOURCE -> missing;
          };
      visit(when.condition(), visible);
      if (when.action() instanceof MergeWhen.Update update) {
        sets(update.set(), target, visible, visible, beside(update, merge));
      } else if (when.action() instanceof MergeWhen.Insert insert) {
        if (insert.columns() != null) {
          subscripts(insert.columns().columns(), visible);
        }
        if (insert.values() != null) {
          resolver.expressions().visitParts(insert.values(), visible);
        }
        if (target.watched() != null) {
          resolver.add(new Finding.MergeInsert(insert, target));
        }
      }
    }
    return returning(merge.returning(), scope, target, sink);
  }

  private static List<Assignment> beside(MergeWhen.Update update, DataStatement.Merge merge) {
    List<Assignment> beside = new ArrayList<>();
    for (MergeWhen when : merge.whens()) {
      if (when.action() instanceof MergeWhen.Update other && other != update) {
        beside.addAll(other.set());
      }
    }
    return beside;
  }

  private void sets(List<Assignment> items, Rte target, Scope scope, Scope columns) {
    sets(items, target, scope, columns, List.of());
  }

  private void sets(
      List<Assignment> items, Rte target, Scope scope, Scope columns, List<Assignment> beside) {
    for (Assignment item : items) {
      visit(item.value(), scope);
      subscripts(item.targets(), columns);
    }
    if (target.watched() != null) {
      resolver.add(new Finding.Update(items, target, beside));
    }
  }

  private void subscripts(List<Target> targets, Scope scope) {
    for (Target target : targets) {
      if (!target.steps().isEmpty()) {
        resolver.expressions().visitParts(target, scope);
      }
    }
  }

  private List<Rte.Output> returning(
      @Nullable Returning returning, Scope scope, Rte target, Queries.Sink sink) {
    if (returning == null) {
      return List.of();
    }
    Scope inner = new Scope(scope);
    for (boolean old : new boolean[] {true, false}) {
      String row = old ? "old" : "new";
      boolean renamed = false;
      for (Returning.RowAlias alias : returning.aliases()) {
        if (alias.old() == old) {
          renamed = true;
          inner.addHidden(target.as(alias.name().value(), resolver.sql.text(alias.name())));
        }
      }
      if (!renamed && scope.alias(row) == null) {
        inner.addHidden(target.as(row));
      }
    }
    return resolver.queries().outputs(returning.items(), inner, scope.from(), sink);
  }

  /** The entry for a table that rows are inserted into. */
  Rte inserted(NamePath name, @Nullable Name alias) {
    return target(name, alias, true);
  }

  private Rte target(NamePath name, @Nullable Name alias, boolean inserts) {
    Rte target = resolver.table(name, alias, false);
    TableName written = target.written();
    if (target.watched() == null && written != null) {
      Relation relation = target.relation();
      boolean view = relation != null && relation.kind() == Relation.Kind.VIEW;
      for (Watched reached : resolver.lookup.all()) {
        if (resolver.catalog.reaching(reached.table()).contains(written.name())) {
          List<String> columns =
              view ? resolver.throughView(reached, written) : List.copyOf(reached.columns());
          resolver.add(new Finding.IndirectWrite(reached, columns, inserts));
        }
      }
    }
    return target;
  }

  private void visit(@Nullable Expr value, Scope scope) {
    if (value != null) {
      resolver.expressions().visit(value, scope);
    }
  }
}
