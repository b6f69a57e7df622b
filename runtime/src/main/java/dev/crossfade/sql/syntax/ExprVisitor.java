package dev.crossfade.sql.syntax;

/** One method a kind of expression; those not overridden lead to {@link #other}. */
public interface ExprVisitor<R> {

  /** Called for every kind whose method is not overridden. */
  R other(Expr expr);

  default R columnRef(Expr.ColumnRef ref) {
    return other(ref);
  }

  default R star(Expr.Star star) {
    return other(star);
  }

  default R indirection(Expr.Indirection indirection) {
    return other(indirection);
  }

  default R parameter(Expr.Parameter parameter) {
    return other(parameter);
  }

  default R literal(Expr.Literal literal) {
    return other(literal);
  }

  default R defaultWord(Expr.Default word) {
    return other(word);
  }

  default R currentOf(Expr.CurrentOf current) {
    return other(current);
  }

  default R parens(Expr.Parens parens) {
    return other(parens);
  }

  default R operation(Expr.Operation operation) {
    return other(operation);
  }

  default R collate(Expr.Collate collate) {
    return other(collate);
  }

  default R cast(Expr.Cast cast) {
    return other(cast);
  }

  default R caseWhen(Expr.Case expression) {
    return other(expression);
  }

  default R row(Expr.Row row) {
    return other(row);
  }

  default R array(Expr.Array array) {
    return other(array);
  }

  default R subquery(Expr.Subquery subquery) {
    return other(subquery);
  }

  default R in(Expr.In in) {
    return other(in);
  }

  default R quantified(Expr.Quantified quantified) {
    return other(quantified);
  }

  default R call(Expr.Call call) {
    return other(call);
  }

  default R specialCall(Expr.SpecialCall call) {
    return other(call);
  }

  default R groupingSet(Expr.GroupingSet set) {
    return other(set);
  }
}
