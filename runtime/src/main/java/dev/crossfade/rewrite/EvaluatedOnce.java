package dev.crossfade.rewrite;

import dev.crossfade.sql.Relation;
import dev.crossfade.sql.syntax.Body;
import dev.crossfade.sql.syntax.Expr;
import dev.crossfade.sql.syntax.Query;
import dev.crossfade.sql.syntax.With;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an INSERT computed in a subquery that the planner can not merge, so that a volatile
 * value is computed once and stored twice.
 *
 * <pre>{@code
 * before: INSERT INTO users (id, display_name) VALUES (?, gen())
 * after:  INSERT INTO users (id, display_name, full_name)
 *         SELECT ?, crossfade_value.v1, crossfade_value.v1
 *         FROM (SELECT gen() AS v1 OFFSET 0) AS crossfade_value
 *
 * before: INSERT INTO users (id, display_name) VALUES (?, gen()), (2, DEFAULT)
 * after:  INSERT INTO users (id, display_name, full_name)
 *         SELECT crossfade_value.v1, crossfade_value.v2, crossfade_value.v2
 *         FROM (VALUES (CAST(? AS integer), CAST(gen() AS text)),
 *                      (CAST(2 AS integer), CAST(NULL AS text))) AS crossfade_value (v1, v2)
 *
 * before: INSERT INTO users (id, display_name) SELECT id, gen() FROM staging
 * after:  INSERT INTO users (id, display_name, full_name)
 *         SELECT crossfade_value.v1, crossfade_value.v2, crossfade_value.v2
 *         FROM (SELECT id, gen() FROM staging OFFSET 0) AS crossfade_value (v1, v2)
 * }</pre>
 *
 * In the source of an INSERT the column gives its type to a parameter or a plain literal
 * (PostgreSQL documentation, section 10.4); within a subquery it would not, hence the casts. They
 * leave out the type's modifier: a cast to {@code varchar(3)} would cut what the column refuses.
 */
final class EvaluatedOnce {

  private final Statement statement;
  private final Query query;
  private final Rows rows;
  private final InsertTarget target;
  private final List<Integer> volatileItems;

  EvaluatedOnce(
      Statement statement,
      Query query,
      Rows rows,
      InsertTarget target,
      List<Integer> volatileItems) {
    this.statement = statement;
    this.query = query;
    this.rows = rows;
    this.target = target;
    this.volatileItems = volatileItems;
  }

  /** Whether it could be done. */
  boolean apply() {
    Body body = query.body();
    while (body instanceof Body.Parens parens && parens.query().isPlain()) {
      body = parens.query().body();
    }
    boolean defaults =
        rows.all().stream()
            .anyMatch(row -> row.items().stream().anyMatch(Expr.Default.class::isInstance));
    if (body instanceof Body.Values values) {
      if (!query.isPlain()) {
        return false;
      }
      return values.rows().size() == 1 && !defaults ? row(values) : values(values);
    }
    return select(body);
  }

  private boolean row(Body.Values values) {
    List<Expr> items = values.rows().get(0).items();
    Splicer.Edit edit = statement.splicer().replace(values).text("SELECT ");
    for (int i = 0; i < items.size(); i++) {
      item(edit.text(i == 0 ? "" : ", "), i, items);
    }
    for (Rows.Extra extra : rows.extras()) {
      if (extra.index() < 0) {
        edit.text(", " + extra.text());
      } else {
        item(edit.text(", "), extra.index(), items);
      }
    }
    edit.text(" FROM (SELECT ");
    for (int i = 0; i < volatileItems.size(); i++) {
      edit.text(i == 0 ? "" : ", ").copy(items.get(volatileItems.get(i))).text(" AS v" + (i + 1));
    }
    edit.text(" OFFSET 0) AS crossfade_value");
    return true;
  }

  private void item(Splicer.Edit edit, int index, List<Expr> items) {
    int once = volatileItems.indexOf(index);
    if (once >= 0) {
      edit.text("crossfade_value.v" + (once + 1));
    } else {
      edit.copy(items.get(index));
    }
  }

  private boolean values(Body.Values values) {
    String[] types = new String[target.columns().size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = type(i);
      if (types[i] == null) {
        return false;
      }
    }
    for (Body.Values.Row row : values.rows()) {
      for (int i = 0; i < types.length; i++) {
        if (row.items().get(i) instanceof Expr.Default keyword && !byDefault(keyword, i)) {
          return false;
        }
      }
    }
    statement.splicer().insert(values.start()).text(outer());
    for (Body.Values.Row row : values.rows()) {
      for (int i = 0; i < types.length; i++) {
        cast(row.items().get(i), types[i]);
      }
    }
    statement.splicer().insert(values.end()).text(") AS crossfade_value" + names());
    return true;
  }

  /** DEFAULT is a word of INSERT's own VALUES only. */
  private boolean byDefault(Expr.Default keyword, int index) {
    String value = null;
    for (Rows.Extra extra : rows.extras()) {
      value = extra.index() == index ? extra.text() : value;
    }
    if (value == null) {
      Relation.Column column = target.column(index);
      if (column == null || column.generated()) {
        return false;
      }
      value = column.defaultExpression() == null ? "NULL" : column.defaultExpression();
    }
    statement.splicer().replace(keyword).text(value);
    return true;
  }

  private boolean select(Body body) {
    if (writes(query.with())) {
      return false;
    }
    if (body instanceof Body.Select select) {
      if (select.into() != null) {
        return false;
      }
      List<Expr> items = rows.all().get(0).items();
      for (int i = 0; i < items.size(); i++) {
        if (isUntyped(items.get(i)) && type(i) == null) {
          return false;
        }
      }
      for (int i = 0; i < items.size(); i++) {
        if (isUntyped(items.get(i))) {
          cast(items.get(i), String.valueOf(type(i)));
        }
      }
    }
    boolean fenced = query.limit() != null || query.offset() != null;
    statement.splicer().insert(query.start()).text(outer());
    statement
        .splicer()
        .insert(query.end())
        .text((fenced ? "" : " OFFSET 0") + ") AS crossfade_value" + names());
    return true;
  }

  private void cast(Expr item, String type) {
    statement.splicer().insert(item.start()).text("CAST(");
    statement.splicer().insert(item.end()).text(" AS " + type + ")");
  }

  /** A WITH that writes may only stand at the top of a statement. */
  private static boolean writes(@Nullable With with) {
    return with != null
        && with.entries().stream().anyMatch(entry -> !(entry.statement() instanceof Query));
  }

  private static boolean isUntyped(Expr value) {
    Expr at = value;
    while (at instanceof Expr.Parens parens) {
      at = parens.inner();
    }
    return at instanceof Expr.Parameter
        || at instanceof Expr.Literal literal
            && (literal.kind() == Expr.Literal.Kind.STRING
                || literal.kind() == Expr.Literal.Kind.NULL);
  }

  private String outer() {
    StringBuilder text = new StringBuilder("SELECT ");
    for (int i = 0; i < target.columns().size(); i++) {
      text.append(i == 0 ? "" : ", ").append("crossfade_value.v").append(i + 1);
    }
    for (Rows.Extra extra : rows.extras()) {
      text.append(", ");
      if (extra.index() < 0) {
        text.append(extra.text());
      } else {
        text.append("crossfade_value.v").append(extra.index() + 1);
      }
    }
    return text.append(" FROM (").toString();
  }

  private String names() {
    StringBuilder text = new StringBuilder(" (");
    for (int i = 0; i < target.columns().size(); i++) {
      text.append(i == 0 ? "v" : ", v").append(i + 1);
    }
    return text.append(')').toString();
  }

  private @Nullable String type(int index) {
    Relation.Column column = target.column(index);
    return column == null ? null : BaseType.of(column.type());
  }
}
