package dev.crossfade.sql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the nodes tell, where a rewrite depends on it. */
class TreeTest {

  @Test
  void aReferenceHasItsNamesAndWhatFollowsASubscriptIsAStep() {
    Expr.ColumnRef column = (Expr.ColumnRef) value("s.\"T\".c");
    assertThat(column.names()).extracting(Name::value).containsExactly("s", "T", "c");
    assertThat(((Expr.ColumnRef) value("u.*")).star()).isTrue();
    Expr.Indirection part = (Expr.Indirection) value("u.c[1].f");
    assertThat(part.base()).isInstanceOf(Expr.ColumnRef.class);
    assertThat(part.steps()).hasExactlyElementsOfTypes(Step.Subscript.class, Step.Field.class);
    Expr.Indirection row = (Expr.Indirection) value("(u).*");
    assertThat(row.base()).isInstanceOf(Expr.Parens.class);
    assertThat(row.steps()).hasExactlyElementsOfTypes(Step.AllFields.class);
  }

  @Test
  void castsKnowTheirNotationAndTheirType() {
    Expr.Cast users = (Expr.Cast) value("NULL::public.users[]");
    assertThat(users.notation()).isEqualTo(Expr.Cast.Notation.COLONS);
    assertThat(users.type().name().last().value()).isEqualTo("users");
    assertThat(users.type().array()).isTrue();
    Expr.Cast date = (Expr.Cast) value("date '2026-01-01'");
    assertThat(date.notation()).isEqualTo(Expr.Cast.Notation.LITERAL);
    assertThat(date.type().name().last().value()).isEqualTo("date");
    Expr.Cast stamp = (Expr.Cast) value("CAST(a AS timestamp (3) with time zone)");
    assertThat(stamp.type().system()).isEqualTo("timestamptz");
    assertThat(stamp.type().modifiers()).hasSize(1);
  }

  @Test
  void aChainIsOneOperationOfManyOperands() {
    Expr.Operation chain = (Expr.Operation) value("a || b || 'c' OPERATOR(pg_catalog.||) d");
    assertThat(chain.kind()).isEqualTo(Expr.Operation.Kind.CHAIN);
    assertThat(chain.operands()).hasSize(4);
    assertThat(chain.operators()).extracting(Operator::symbol).containsOnly("||").hasSize(3);
    Expr.Operation and = (Expr.Operation) value("a AND b AND (c AND d)");
    assertThat(and.operands()).hasSize(3);
  }

  @Test
  void callsKnowTheirArgumentsAndClauses() {
    Expr.Call call =
        (Expr.Call)
            value(
                "s.f(DISTINCT a, n => b, VARIADIC c ORDER BY d) FILTER (WHERE e) OVER (w ORDER BY f)");
    assertThat(call.name().parts()).extracting(Name::value).containsExactly("s", "f");
    assertThat(call.distinct()).isTrue();
    assertThat(call.arguments()).hasSize(3);
    assertThat(call.arguments().get(1).name().value()).isEqualTo("n");
    assertThat(call.arguments().get(2).variadic()).isTrue();
    assertThat(call.orderBy()).hasSize(1);
    assertThat(call.filter()).isNotNull();
    assertThat(call.over().base().value()).isEqualTo("w");
    assertThat(((Expr.Call) value("count(*)")).star()).isTrue();
  }

  @Test
  void labelsOfXmlItemsAreTold() {
    Expr.SpecialCall forest = (Expr.SpecialCall) value("xmlforest(a, b AS c)");
    assertThat(forest.word()).isEqualTo("xmlforest");
    assertThat(forest.items().get(0).label()).isNull();
    assertThat(forest.items().get(1).label().value()).isEqualTo("c");
    Expr.SpecialCall element = (Expr.SpecialCall) value("xmlelement(name x, xmlattributes(a), b)");
    assertThat(((Expr.SpecialCall) element.items().get(0).value()).word())
        .isEqualTo("xmlattributes");
  }

  @Test
  void wordsThatStartOrdinaryCallsAndSpecialOnesAreToldApart() {
    assertThat(value("json_object('{a,b}')")).isInstanceOf(Expr.Call.class);
    assertThat(value("json_object('a': b)")).isInstanceOf(Expr.SpecialCall.class);
    assertThat(value("current_schema()")).isInstanceOf(Expr.Call.class);
    assertThat(value("current_schema")).isInstanceOf(Expr.SpecialCall.class);
    assertThat(value("position")).isInstanceOf(Expr.ColumnRef.class);
    assertThat(value("time")).isInstanceOf(Expr.ColumnRef.class);
  }

  @Test
  void parenthesesHoldWhatIsInThem() {
    assertThat(value("(a)")).isInstanceOf(Expr.Parens.class);
    assertThat(value("(a, b)")).isInstanceOf(Expr.Row.class);
    assertThat(value("(SELECT a)")).isInstanceOf(Expr.Subquery.class);
    assertThat(value("((SELECT a))")).isInstanceOf(Expr.Subquery.class);
    assertThat(value("((SELECT a) + 1)")).isInstanceOf(Expr.Parens.class);
    assertThat(value("((SELECT a), 1)")).isInstanceOf(Expr.Row.class);
    assertThat(((Expr.In) value("a IN ((SELECT b))")).query()).isNotNull();
    assertThat(((Expr.In) value("a IN ((SELECT b), c)")).items()).hasSize(2);
  }

  @Test
  void anInsertKnowsItsListAndItsRows() {
    DataStatement.Insert insert =
        (DataStatement.Insert)
            statement(
                "INSERT INTO s.t AS x (a, b[1]) VALUES (1, DEFAULT) ON CONFLICT (a) DO NOTHING");
    assertThat(insert.alias().value()).isEqualTo("x");
    assertThat(insert.columns().columns()).hasSize(2);
    Body.Values values = (Body.Values) insert.query().body();
    assertThat(values.rows().get(0).items().get(1)).isInstanceOf(Expr.Default.class);
    assertThat(insert.conflict().inference().elements()).hasSize(1);
    DataStatement.Insert query =
        (DataStatement.Insert) statement("INSERT INTO t (SELECT 1) ON CONFLICT DO NOTHING");
    assertThat(query.columns()).isNull();
    assertThat(query.query().body()).isInstanceOf(Body.Parens.class);
  }

  @Test
  void assignmentsKnowWhetherTheyAreMultiple() {
    DataStatement.Update update =
        (DataStatement.Update)
            statement(
                "UPDATE t SET a = 1, (b, c) = (2, DEFAULT), (d) = ROW (3), (e, f) = (SELECT 4, 5)");
    List<Assignment> set = update.set();
    assertThat(set).extracting(Assignment::multiple).containsExactly(false, true, true, true);
    assertThat(set.get(1).value()).isInstanceOf(Expr.Row.class);
    assertThat(set.get(3).value()).isInstanceOf(Expr.Subquery.class);
  }

  @Test
  void returningKnowsTheNamesOfItsRows() {
    DataStatement.Delete delete =
        (DataStatement.Delete)
            statement("DELETE FROM t RETURNING WITH (OLD AS o, NEW AS \"N\") o.a, \"N\".*");
    assertThat(delete.returning().aliases())
        .extracting(alias -> alias.name().value())
        .containsExactly("o", "N");
    assertThat(delete.returning().aliases())
        .extracting(Returning.RowAlias::old)
        .containsExactly(true, false);
  }

  @Test
  void otherStatementsSayWhatTheyAre() {
    assertThat(((Statement.Opaque) statement("ALTER TABLE t ADD c int")).words())
        .isEqualTo("alter table");
    assertThat(((Statement.Opaque) statement("CREATE UNIQUE INDEX i ON t (a)")).words())
        .isEqualTo("create index");
    assertThat(((Statement.Opaque) statement("VACUUM t")).ddl()).isFalse();
    assertThat(((Statement.Command) statement("SET a = 1")).words()).isEqualTo("set");
    assertThat(((Statement.Explain) statement("EXPLAIN (ANALYZE, COSTS off) SELECT 1")).analyze())
        .isTrue();
    assertThat(((Statement.Explain) statement("EXPLAIN (ANALYZE 'off') SELECT 1")).analyze())
        .isFalse();
  }

  private static Statement statement(String sql) {
    SyntaxTree tree = Parser.parse(sql, false).tree();
    assertThat(tree).as(sql).isNotNull();
    assertThat(Structure.fault(tree)).isNull();
    return tree.statements().get(0);
  }

  private static Expr value(String sql) {
    Body.Select select = (Body.Select) ((Query) statement("SELECT " + sql)).body();
    return select.items().get(0).value();
  }
}
