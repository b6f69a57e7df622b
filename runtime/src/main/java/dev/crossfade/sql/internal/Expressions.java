package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.syntax.Body;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.ExprVisitor;
import dev.crossfade.sql.syntax.Name;
import dev.crossfade.sql.syntax.NamePath;
import dev.crossfade.sql.syntax.Node;
import dev.crossfade.sql.syntax.Operator;
import dev.crossfade.sql.syntax.Query;
import dev.crossfade.sql.syntax.SelectItem;
import dev.crossfade.sql.syntax.Step;
import dev.crossfade.sql.syntax.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resolver's part for value expressions: column references, whole rows, fields. */
@SuppressWarnings("ReferenceEquality") // The very node at hand is meant, not one like it.
final class Expressions {

  private final Resolver resolver;

  // What the output item being visited fixes for the reference that gives it its label.
  private Expr.@Nullable ColumnRef labelled;
  private Expr.@Nullable ColumnRef plain;
  private int labelAt = -1;
  // The function whose argument is being visited, if it may look at a row's type, and that
  // argument.
  private @Nullable String function;
  private @Nullable Expr given;
  private boolean fieldsTaken;
  // Labels that hide a column of that name from a version that does not have the column.
  private List<String> doubtful = List.of();

  Expressions(Resolver resolver) {
    this.resolver = resolver;
  }

  void visit(Expr value, Scope scope) {
    value.accept(new Walk(scope));
  }

  void visitAll(List<Expr> values, Scope scope) {
    Walk walk = new Walk(scope);
    for (Expr value : values) {
      value.accept(walk);
    }
  }

  /** Visits the expressions within a node that is none itself. */
  void visitParts(Node node, Scope scope) {
    new Walk(scope).parts(node);
  }

  /** Visits an output item. */
  void item(SelectItem item, Labels.Label label, boolean mayBePlain, Scope scope) {
    Expr.ColumnRef outerLabelled = labelled;
    Expr.ColumnRef outerPlain = plain;
    int outerAt = labelAt;
    labelled = item.label() != null ? null : label.source();
    labelAt = item.end();
    plain = mayBePlain ? alone(item.value()) : null;
    visit(item.value(), scope);
    labelled = outerLabelled;
    plain = outerPlain;
    labelAt = outerAt;
  }

  /** GROUP BY: a bare name is a column first, and a label only where there is no such column. */
  void grouping(Body.Select.GroupBy clause, List<String> renamedLabels, Scope scope) {
    doubtful = renamedLabels;
    visitAll(clause.items(), scope);
    doubtful = List.of();
  }

  /** The entry that the {@code u} or {@code s.u} before {@code .*} names, or null. */
  static Scope.@Nullable Found qualifier(Expr.ColumnRef ref, Scope scope) {
    List<Name> names = ref.names();
    int last = names.size() - 1;
    return last == 0
        ? scope.alias(names.get(0).value())
        : scope.table(new TableName(names.get(last - 1).value(), names.get(last).value()));
  }

  /** The reference that {@code value} is, parentheses and casts aside, or null. */
  private static Expr.@Nullable ColumnRef alone(Expr value) {
    Expr at = value;
    while (true) {
      if (at instanceof Expr.Parens parens) {
        at = parens.inner();
      } else if (at instanceof Expr.Cast cast) {
        at = cast.value();
      } else {
        return at instanceof Expr.ColumnRef ref ? ref : null;
      }
    }
  }

  /** Whether {@code node} refers to a column called {@code name}. */
  static boolean mentions(Node node, String name) {
    if (node instanceof Expr.ColumnRef ref) {
      return ref.last().value().equals(name);
    }
    for (Node child : node.children()) {
      if (mentions(child, name)) {
        return true;
      }
    }
    return false;
  }

  /** The bare name that {@code value} is, parentheses aside, or null. */
  static @Nullable String bareName(Expr value) {
    Expr.ColumnRef bare = Targets.bare(withoutParens(value));
    return bare == null ? null : bare.last().value();
  }

  private static Expr withoutParens(Expr value) {
    Expr at = value;
    while (at instanceof Expr.Parens parens) {
      at = parens.inner();
    }
    return at;
  }

  /** One walk through an expression, resolving names in a scope. */
  private final class Walk implements ExprVisitor<Walk> {

    private final Scope scope;

    Walk(Scope scope) {
      this.scope = scope;
    }

    @Override
    public Walk other(Expr expr) {
      return parts(expr);
    }

    Walk parts(Node node) {
      for (Node child : node.children()) {
        node(child);
      }
      return this;
    }

    private void node(Node node) {
      if (node instanceof Expr value) {
        value.accept(this);
      } else if (node instanceof TypeName type) {
        type(type);
      } else if (node instanceof Query query) {
        resolver.queries().select(query, scope, Queries.Sink.COUNTED);
      } else if (!isName(node)) {
        parts(node);
      }
    }

    private static boolean isName(Node node) {
      return node instanceof Name || node instanceof NamePath || node instanceof Operator;
    }

    @Override
    public Walk operation(Expr.Operation operation) {
      for (Expr operand : operation.operands()) {
        operand.accept(this);
      }
      return this;
    }

    @Override
    public Walk literal(Expr.Literal literal) {
      return this;
    }

    @Override
    public Walk parameter(Expr.Parameter parameter) {
      return this;
    }

    private void type(TypeName type) {
      if (type.name() != null) {
        resolver.type(type.name());
      }
      for (Expr modifier : type.modifiers()) {
        modifier.accept(this);
      }
    }

    @Override
    public Walk subquery(Expr.Subquery subquery) {
      resolver
          .queries()
          .select(
              subquery.query(),
              scope,
              subquery.kind() == Expr.Subquery.Kind.EXISTS
                  ? Queries.Sink.UNUSED
                  : Queries.Sink.COUNTED);
      return this;
    }

    /**
     * XMLFOREST(c) and XMLATTRIBUTES(c) name an element or attribute as the column, which must
     * stay.
     */
    @Override
    public Walk specialCall(Expr.SpecialCall call) {
      if (!call.word().equals("xmlforest") && !call.word().equals("xmlattributes")) {
        return parts(call);
      }
      for (Expr.SpecialCall.Item item : call.items()) {
        Expr.ColumnRef outerLabelled = labelled;
        int outerAt = labelAt;
        labelled = item.label() == null && item.value() instanceof Expr.ColumnRef ref ? ref : null;
        labelAt = item.end();
        item.value().accept(this);
        labelled = outerLabelled;
        labelAt = outerAt;
      }
      return this;
    }

    /**
     * {@code full_name(u)} means {@code u.full_name} where no such function exists (documentation,
     * section 8.16.5).
     */
    @Override
    public Walk call(Expr.Call call) {
      String name = call.name().last().value();
      if (call.arguments().size() == 1) {
        field(name);
      }
      String outer = function;
      function = AnyRow.accepts(name) ? null : name;
      for (Expr.Call.Argument argument : call.arguments()) {
        given = withoutParens(argument.value());
        argument.value().accept(this);
      }
      function = outer;
      given = null;
      for (Node child : call.children()) {
        if (!(child instanceof Expr.Call.Argument)) {
          node(child);
        }
      }
      return this;
    }

    /**
     * {@code (row).full_name}: whose row it is is not followed, so any watched table met so far
     * counts.
     */
    @Override
    public Walk indirection(Expr.Indirection indirection) {
      boolean fields = false;
      for (Step step : indirection.steps()) {
        fields |= !(step instanceof Step.Subscript);
        if (step instanceof Step.Field field) {
          field(field.name().value());
        }
      }
      boolean outer = fieldsTaken;
      // The server knows the fields of a FROM item's row, but of no other record.
      fieldsTaken |= fields && !(withoutParens(indirection.base()) instanceof Expr.ColumnRef);
      indirection.base().accept(this);
      fieldsTaken = outer;
      for (Step step : indirection.steps()) {
        parts(step);
      }
      return this;
    }

    private void field(String column) {
      for (Watched watched : resolver.touched()) {
        if (watched.columns().contains(column)) {
          resolver.add(new Finding.Field(watched, column));
        }
      }
    }

    @Override
    public Walk columnRef(Expr.ColumnRef ref) {
      List<Name> names = ref.names();
      Name first = names.get(0);
      if (ref.star()) {
        Scope.Found row = qualifier(ref, scope);
        if (row != null) {
          wholeRow(row.rte(), ref);
        }
      } else if (names.size() == 1) {
        unqualified(first, ref);
      } else {
        Scope.Found found = scope.alias(first.value());
        int at = 1;
        while (found == null && at + 1 < names.size()) {
          // A database's name may stand first.
          found = scope.table(new TableName(names.get(at - 1).value(), names.get(at).value()));
          at++;
        }
        // u.full_name may also be a function's notation, or a field of a whole row.
        if (found != null && found.rte().has(names.get(at).value()) != Rte.Has.NO) {
          owned(new Scope.Found(found.rte(), true, false, null, false), names.get(at), ref);
        }
      }
      return this;
    }

    private void unqualified(Name name, Expr.ColumnRef ref) {
      for (Rte aliased : scope.aliased(name.value())) {
        resolver.add(new Finding.BesideAliases(aliased, name.value()));
      }
      Scope.Found found = scope.column(name.value());
      if (found != null) {
        owned(found, name, ref);
        return;
      }
      Scope.Found row = scope.alias(name.value());
      if (row != null) {
        wholeRow(row.rte(), ref);
      }
    }

    private void owned(Scope.Found found, Name name, Expr.ColumnRef ref) {
      Rte rte = found.rte();
      String column = name.value();
      if (found.beside() != null) {
        resolver.add(
            new Finding.Elsewhere(
                rte, found.beside(), name, found.canQualify(), found.uncertain()));
      }
      Watched star = rte.starOf(column);
      if (star != null) {
        resolver.add(new Finding.Through(star, column));
      }
      if (rte.watched() == null || !rte.watched().columns().contains(column)) {
        return;
      }
      if (found.captures() || ref.names().size() == 1 && doubtful.contains(column)) {
        resolver.add(new Finding.Ambiguous(rte, column));
      }
      resolver.add(
          new Finding.Ref(
              rte,
              column,
              ref.start(),
              name.start(),
              name.end(),
              found.canQualify(),
              found.uncertain(),
              ref == plain && name.end() == ref.end() && scope.entries().contains(rte),
              ref == labelled && name.end() == ref.end() ? labelAt : -1));
    }

    private void wholeRow(Rte rte, Expr.ColumnRef ref) {
      if (rte.watched() != null) {
        // name(u) with a column's name is u.name.
        boolean typed =
            fieldsTaken || given == ref && function != null && rte.has(function) == Rte.Has.NO;
        resolver.add(new Finding.WholeRow(rte, typed));
      } else if (rte.outputs() != null) {
        for (Rte.Output output : rte.outputs()) {
          if (output.starOf() != null && output.name() != null) {
            resolver.add(new Finding.Through(output.starOf(), output.name()));
          }
        }
      }
    }
  }
}
