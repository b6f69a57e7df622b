package dev.crossfade.sql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spans are offsets of the text as it was given, whatever characters it is made of. */
class OffsetsTest {

  @Test
  void namesKeepTheirSpellingAndKnowTheirValue() {
    assertThat(names("SELECT Ünï.\"Ful\"\"l Näme\", a$b, _X1 FROM \"T\""))
        .containsExactly(
            "Ünï=Ünï", "\"Ful\"\"l Näme\"=Ful\"l Näme", "a$b=a$b", "_X1=_x1", "\"T\"=T");
  }

  @Test
  void unicodeEscapedNamesAreDecoded() {
    assertThat(
            names(
                "SELECT U&\"d\\0061t\\+000061\", u&\"d!0061!!\" UESCAPE '!', U&\"x\" /* c */ UESCAPE -- d\n '!' FROM t"))
        .containsExactly(
            "U&\"d\\0061t\\+000061\"=data",
            "u&\"d!0061!!\" UESCAPE '!'=da!",
            "U&\"x\" /* c */ UESCAPE -- d\n '!'=x",
            "t=t");
    assertThat(Parser.parse("SELECT U&\"\\00zz\"", false)).isInstanceOf(NotAccepted.class);
  }

  @Test
  void longNamesAreCutAsTheServerCutsThem() {
    String name = "é".repeat(40);
    assertThat(names("SELECT " + name)).containsExactly(name + "=" + "é".repeat(31));
  }

  @Test
  void lineBreaksTabsAndCommentsAreBetweenTheNodes() {
    String sql = "\r\n\tSELECT\ta\r\n,\tb /* ( ' */ AS\r\"c\"--x\r\nFROM\tt\f;\r\n";
    SyntaxTree tree = tree(sql);
    assertThat(tree.text(tree.statements().get(0)))
        .isEqualTo("SELECT\ta\r\n,\tb /* ( ' */ AS\r\"c\"--x\r\nFROM\tt");
    assertThat(names(sql)).containsExactly("a=a", "b=b", "\"c\"=c", "t=t");
  }

  @Test
  void surrogatesCountAsTheTwoCharactersThatTheyAre() {
    SyntaxTree tree = tree("SELECT '😀', \"😀\".a FROM \"😀\"");
    assertThat(names(tree.sql())).containsExactly("\"😀\"=😀", "a=a", "\"😀\"=😀");
  }

  @Test
  void parametersAreFoundOutsideOfLiteralsAndComments() {
    String sql =
        "SELECT '?', ?, \"?\", E'\\'?', $$?$$, a ?? b, a ??| c, a =? /* ? */ -- ?\n FROM t WHERE x=?";
    SyntaxTree tree = tree(sql);
    List<Expr.Parameter> parameters = new ArrayList<>();
    collect(tree.statements().get(0), Expr.Parameter.class, parameters);
    assertThat(parameters).extracting(Expr.Parameter::number).containsExactly(1, 2, 3);
    int[] offsets = {sql.indexOf("?, \""), sql.indexOf("? /*"), sql.lastIndexOf('?')};
    assertThat(tree.parameters()).containsExactly(offsets);
    assertThat(parameters.stream().mapToInt(Expr.Parameter::start).toArray())
        .containsExactly(offsets);
    List<Operator> operators = new ArrayList<>();
    collect(tree.statements().get(0), Operator.class, operators);
    assertThat(operators).extracting(Operator::symbol).containsExactly("?", "?|", "=", "=");
  }

  @Test
  void questionMarksAreOperatorsWithoutPlaceholders() {
    SyntaxTree tree = Parser.parse("SELECT a ? b, a ?| c, a ?? d", false).tree();
    List<Operator> operators = new ArrayList<>();
    collect(tree.statements().get(0), Operator.class, operators);
    assertThat(operators).extracting(Operator::symbol).containsExactly("?", "?|", "??");
    assertThat(tree.parameters()).isEmpty();
  }

  @Test
  void aBackslashBeforeAQuoteIsDoubtful() {
    assertThat(tree("SELECT 'a\\'").doubtful()).isTrue();
    assertThat(tree("SELECT E'a\\'', 'b\\c', $$\\'$$").doubtful()).isFalse();
  }

  @Test
  void statementsEndBeforeTheirSemicolons() {
    SyntaxTree tree =
        tree(
            """
            CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
            CREATE RULE r AS ON INSERT TO t DO (DELETE FROM u; SELECT 1) ;;
            SELECT ';' -- ;
            ; UPDATE t SET a = 1
            """);
    assertThat(tree.statements())
        .extracting(tree::text)
        .extracting(text -> text.substring(text.length() - 5))
        .containsExactly("; END", "CT 1)", "T ';'", "a = 1");
  }

  private static SyntaxTree tree(String sql) {
    Parsed parsed = Parser.parse(sql, true);
    assertThat(parsed).isInstanceOf(SyntaxTree.class);
    assertThat(Structure.fault(parsed.tree())).isNull();
    return parsed.tree();
  }

  /** Each name as {@code text=value}. */
  private static List<String> names(String sql) {
    SyntaxTree tree = tree(sql);
    List<Name> names = new ArrayList<>();
    collect(tree.statements().get(0), Name.class, names);
    return names.stream().map(name -> tree.text(name) + "=" + name.value()).toList();
  }

  private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
    if (type.isInstance(node)) {
      found.add(type.cast(node));
    }
    for (Node child : node.children()) {
      collect(child, type, found);
    }
  }
}
