package dev.crossfade.sql.internal;

import dev.crossfade.sql.syntax.Body;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.ExprVisitor;
import dev.crossfade.sql.syntax.SelectItem;
import dev.crossfade.sql.syntax.Step;
import dev.crossfade.sql.syntax.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * The label that PostgreSQL gives an output column without AS: {@code FigureColname} in {@code
 * parse_target.c}.
 */
final class Labels implements ExprVisitor<Labels.Label> {

  /**
   * A label.
   *
   * @param name the label, or null where it is not told here
   * @param source the column reference that it is taken from, or null
   * @param strong whether a cast around it keeps it
   */
  record Label(@Nullable String name, Expr.@Nullable ColumnRef source, boolean strong) {}

  private static final Labels FIGURED = new Labels();
  private static final Label UNKNOWN = new Label(null, null, true);
  private static final Label NONE = new Label("?column?", null, false);

  private Labels() {}

  /** The label of an output item, its AS considered. */
  static Label of(SelectItem item) {
    return item.label() != null ? strong(item.label().value()) : item.value().accept(FIGURED);
  }

  private static Label strong(String name) {
    return new Label(name, null, true);
  }

  @Override
  public Label other(Expr expr) {
    return NONE;
  }

  @Override
  public Label columnRef(Expr.ColumnRef ref) {
    return ref.star() ? UNKNOWN : new Label(ref.last().value(), ref, true);
  }

  @Override
  public Label star(Expr.Star star) {
    return UNKNOWN;
  }

  @Override
  public Label indirection(Expr.Indirection indirection) {
    String last = null;
    for (Step step : indirection.steps()) {
      if (step instanceof Step.Field field) {
        last = field.name().value();
      } else if (step instanceof Step.AllFields) {
        return UNKNOWN;
      }
    }
    return last == null ? indirection.base().accept(this) : strong(last);
  }

  @Override
  public Label parens(Expr.Parens parens) {
    return parens.inner().accept(this);
  }

  @Override
  public Label collate(Expr.Collate collate) {
    return collate.value().accept(this);
  }

  @Override
  public Label literal(Expr.Literal literal) {
    return literal.kind() == Expr.Literal.Kind.BOOLEAN ? new Label("bool", null, false) : NONE;
  }

  @Override
  public Label cast(Expr.Cast cast) {
    Label inner = cast.value().accept(this);
    return inner.strong() ? inner : new Label(name(cast.type()), null, false);
  }

  private static @Nullable String name(TypeName type) {
    return type.name() == null ? type.system() : type.name().last().value();
  }

  @Override
  public Label operation(Expr.Operation operation) {
    return switch (operation.kind()) {
      case AT_TIME_ZONE -> strong("timezone");
      case OVERLAPS -> strong("overlaps");
      default -> NONE;
    };
  }

  @Override
  public Label caseWhen(Expr.Case expression) {
    Label otherwise = expression.otherwise() == null ? NONE : expression.otherwise().accept(this);
    return otherwise.strong() ? otherwise : new Label("case", null, false);
  }

  @Override
  public Label row(Expr.Row row) {
    return strong("row");
  }

  @Override
  public Label array(Expr.Array array) {
    return strong("array");
  }

  @Override
  public Label subquery(Expr.Subquery subquery) {
    return switch (subquery.kind()) {
      case EXISTS -> strong("exists");
      case ARRAY -> strong("array");
      case VALUE, JSON -> {
        Body first = leftmost(subquery.query().body());
        if (first instanceof Body.Select select && !select.items().isEmpty()) {
          String name = of(select.items().get(0)).name();
          yield name == null ? UNKNOWN : strong(name);
        }
        yield first instanceof Body.Values ? strong("column1") : UNKNOWN;
      }
    };
  }

  @Override
  public Label call(Expr.Call call) {
    return strong(call.name().last().value());
  }

  @Override
  public Label specialCall(Expr.SpecialCall call) {
    return strong(call.word());
  }

  /** What a set operation takes its labels from. */
  static Body leftmost(Body body) {
    Body at = body;
    while (true) {
      if (at instanceof Body.SetOperation operation) {
        at = operation.left();
      } else if (at instanceof Body.Parens parens) {
        at = parens.query().body();
      } else {
        return at;
      }
    }
  }
}
