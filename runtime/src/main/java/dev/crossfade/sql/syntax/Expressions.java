package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Expr.Operation;
import dev.crossfade.sql.syntax.Expr.Operation.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operators by their precedence (documentation, section 4.1.6; {@code a_expr} and {@code b_expr} in
 * {@code gram.y}). Chains are read in a loop, so that their length costs no stack.
 */
final class Expressions {

  private static final int NONE = -1;
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int IS = 4;
  private static final int COMPARISON = 5;
  private static final int MATCHING = 6;
  private static final int OTHER = 7;
  private static final int SUM = 8;
  private static final int PRODUCT = 9;
  private static final int POWER = 10;
  private static final int AT = 11;
  private static final int COLLATE = 12;
  private static final int SIGN = 13;
  private static final int CAST = 14;

  private final Rules rules;
  private final Cursor c;

  Expressions(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  /** Any expression. */
  Expr expression() {
    return expression(0, false);
  }

  /**
   * One without AND, OR, NOT, IN, LIKE, BETWEEN and IS NULL outside of parentheses, as where such a
   * word goes on with something else.
   */
  Expr restricted() {
    return expression(0, true);
  }

  /** {@code a, b, …} */
  List<Expr> list() {
    Expr first = expression();
    if (!c.is(',')) {
      return List.of(first);
    }
    List<Expr> items = new ArrayList<>();
    items.add(first);
    while (c.accept(',')) {
      items.add(expression());
    }
    return List.copyOf(items);
  }

  /** Goes on with the operators after {@code left}. */
  Expr after(Expr left) {
    return operators(left, 0, false);
  }

  private Expr expression(int min, boolean restricted) {
    c.deeper();
    Expr result = operators(operand(restricted), min, restricted);
    c.shallower();
    return result;
  }

  private Expr operand(boolean restricted) {
    int start = c.start();
    switch (c.kind()) {
      case '+', '-':
        return prefix(start, operator(), SIGN, restricted);
      case Tokens.OPERATOR:
        return prefix(start, operator(), OTHER + 1, restricted);
      case Tokens.WORD:
        if (c.is(Word.NOT) && !restricted) {
          c.next();
          Expr operand = expression(NOT, false);
          return new Operation(start, operand.end(), Kind.NOT, List.of(operand), List.of());
        }
        if (c.is(Word.OPERATOR) && c.kind(1) == '(') {
          return prefix(start, operator(), OTHER + 1, restricted);
        }
        return rules.primaries.primary();
      default:
        return rules.primaries.primary();
    }
  }

  private Expr prefix(int start, Operator operator, int min, boolean restricted) {
    Expr operand = expression(min, restricted);
    return new Operation(start, operand.end(), Kind.PREFIX, List.of(operand), List.of(operator));
  }

  private Expr operators(Expr first, int min, boolean restricted) {
    Expr left = first;
    int closed = NONE;
    while (true) {
      int level = level(restricted);
      if (level == NONE || level < min) {
        return left;
      }
      if (level == closed) {
        // a = b = c has no meaning: these do not associate.
        throw c.rejected("parentheses");
      }
      closed = NONE;
      switch (level) {
        case OR -> left = words(left, Word.OR, Kind.OR, OR);
        case AND -> left = words(left, Word.AND, Kind.AND, AND);
        case IS -> {
          left = is(left, restricted);
          closed = left instanceof Operation made && made.kind() == Kind.DISTINCT ? IS : NONE;
        }
        case COMPARISON -> {
          left = chain(left, level, restricted);
          closed = left instanceof Expr.Quantified ? NONE : COMPARISON;
        }
        case MATCHING -> {
          left = matching(left);
          closed = left instanceof Operation ? MATCHING : NONE;
        }
        case AT -> left = atTimeZone(left, restricted);
        case COLLATE -> {
          c.next();
          NamePath collation = anyName();
          left = new Expr.Collate(left.start(), c.lastEnd(), left, collation);
        }
        case CAST -> {
          c.next();
          TypeName type = rules.types.type();
          left = new Expr.Cast(left.start(), c.lastEnd(), Expr.Cast.Notation.COLONS, left, type);
        }
        default -> left = chain(left, level, restricted);
      }
    }
  }

  /** A name of a collation or an operator class. */
  NamePath anyName() {
    return c.path();
  }

  private int level(boolean restricted) {
    return switch (c.kind()) {
      case '+', '-' -> SUM;
      case '*', '/', '%' -> PRODUCT;
      case '^' -> POWER;
      case '<', '>', '=', Tokens.LESS_EQUAL, Tokens.GREATER_EQUAL, Tokens.NOT_EQUAL -> COMPARISON;
      case Tokens.OPERATOR -> OTHER;
      case Tokens.CAST -> CAST;
      case Tokens.WORD -> {
        Word word = c.word();
        yield word == null ? NONE : level(word, restricted);
      }
      default -> NONE;
    };
  }

  private int level(Word word, boolean restricted) {
    switch (word) {
      case OR:
        return restricted || endsItem(1) ? NONE : OR;
      case AND:
        return restricted || endsItem(1) ? NONE : AND;
      case IS:
        return isTest(restricted) ? IS : NONE;
      case ISNULL, NOTNULL:
        return restricted ? NONE : IS;
      case NOT:
        return !restricted && isMatching(c.word(1)) ? MATCHING : NONE;
      case IN, LIKE, ILIKE, BETWEEN:
        return restricted || endsItem(1) ? NONE : MATCHING;
      case SIMILAR:
        return !restricted && c.word(1) == Word.TO ? MATCHING : NONE;
      case AT:
        return c.word(1) == Word.TIME && c.word(2) == Word.ZONE || c.word(1) == Word.LOCAL
            ? AT
            : NONE;
      case COLLATE:
        return endsItem(1) ? NONE : COLLATE;
      case OPERATOR:
        return c.kind(1) == '(' ? OTHER : NONE;
      default:
        return NONE;
    }
  }

  /** {@code SELECT a like FROM t}: then the word is a label. */
  private boolean endsItem(int ahead) {
    byte kind = c.kind(ahead);
    if (kind != Tokens.WORD) {
      return kind == ',' || kind == ')' || kind == ';' || kind == Tokens.END;
    }
    Word word = c.word(ahead);
    if (word == null) {
      return false;
    }
    return switch (word) {
      case FROM,
          INTO,
          WHERE,
          GROUP,
          HAVING,
          WINDOW,
          UNION,
          INTERSECT,
          EXCEPT,
          ORDER,
          LIMIT,
          OFFSET,
          FETCH,
          FOR ->
          true;
      default -> false;
    };
  }

  private static boolean isMatching(@Nullable Word word) {
    return word == Word.IN
        || word == Word.LIKE
        || word == Word.ILIKE
        || word == Word.BETWEEN
        || word == Word.SIMILAR;
  }

  private boolean isTest(boolean restricted) {
    int ahead = c.word(1) == Word.NOT ? 2 : 1;
    Word word = c.word(ahead);
    if (word == null) {
      return false;
    }
    return switch (word) {
      case DISTINCT -> c.word(ahead + 1) == Word.FROM;
      case DOCUMENT, OF -> true;
      case NULL, TRUE, FALSE, UNKNOWN, NORMALIZED, NFC, NFD, NFKC, NFKD, JSON -> !restricted;
      default -> false;
    };
  }

  private Expr words(Expr left, Word word, Kind kind, int level) {
    List<Expr> operands = new ArrayList<>();
    operands.add(left);
    do {
      c.next();
      operands.add(expression(level + 1, false));
    } while (c.is(word) && !endsItem(1));
    return new Operation(left.start(), c.lastEnd(), kind, List.copyOf(operands), List.of());
  }

  private Expr chain(Expr first, int level, boolean restricted) {
    Operator operator = operator();
    if (isQuantifier()) {
      return quantified(first, operator);
    }
    if (operator.symbol().equals("!") && !c.startsExpression()) {
      return new Operation(
          first.start(), c.lastEnd(), Kind.POSTFIX, List.of(first), List.of(operator));
    }
    Expr second = expression(level + 1, restricted);
    if (level == COMPARISON || level(restricted) != level) {
      return new Operation(
          first.start(), second.end(), Kind.CHAIN, List.of(first, second), List.of(operator));
    }
    List<Expr> operands = new ArrayList<>();
    List<Operator> operators = new ArrayList<>();
    operands.add(first);
    operands.add(second);
    operators.add(operator);
    while (level(restricted) == level) {
      operator = operator();
      if (isQuantifier()) {
        return quantified(chain(operands, operators), operator);
      }
      operators.add(operator);
      operands.add(expression(level + 1, restricted));
    }
    return chain(operands, operators);
  }

  private Operation chain(List<Expr> operands, List<Operator> operators) {
    return new Operation(
        operands.get(0).start(),
        operands.get(operands.size() - 1).end(),
        Kind.CHAIN,
        List.copyOf(operands),
        List.copyOf(operators));
  }

  private boolean isQuantifier() {
    Word word = c.word();
    return (word == Word.ANY || word == Word.ALL || word == Word.SOME) && c.kind(1) == '(';
  }

  private Expr quantified(Expr left, Operator operator) {
    boolean all = c.is(Word.ALL);
    c.next();
    boolean query = c.opensQuery();
    c.next();
    Node right = query ? rules.primaries.queryOrExpression() : expression();
    c.expect(')');
    return right instanceof Query subquery
        ? new Expr.Quantified(left.start(), c.lastEnd(), left, operator, all, null, subquery)
        : new Expr.Quantified(left.start(), c.lastEnd(), left, operator, all, (Expr) right, null);
  }

  /** The operator here: a symbol, or {@code OPERATOR(schema.symbol)}. */
  Operator operator() {
    int start = c.start();
    if (c.accept(Word.OPERATOR)) {
      c.expect('(');
      while (!isSymbol()) {
        c.name();
        c.expect('.');
      }
      String symbol = symbol();
      c.expect(')');
      return new Operator(start, c.lastEnd(), symbol);
    }
    String symbol = symbol();
    return new Operator(start, c.lastEnd(), symbol);
  }

  private boolean isSymbol() {
    int level = level(false);
    return c.kind() != Tokens.WORD && level != NONE && level != CAST;
  }

  private String symbol() {
    byte kind = c.kind();
    String symbol =
        switch (kind) {
          case '+' -> "+";
          case '-' -> "-";
          case '*' -> "*";
          case '/' -> "/";
          case '%' -> "%";
          case '^' -> "^";
          case '<' -> "<";
          case '>' -> ">";
          case '=' -> "=";
          case Tokens.LESS_EQUAL -> "<=";
          case Tokens.GREATER_EQUAL -> ">=";
          case Tokens.NOT_EQUAL -> "<>";
          case Tokens.OPERATOR -> c.symbol();
          default -> throw c.rejected("an operator");
        };
    c.next();
    return symbol;
  }

  private Expr is(Expr left, boolean restricted) {
    Kind kind = Kind.IS;
    List<Expr> operands = List.of(left);
    if (!c.accept(Word.ISNULL) && !c.accept(Word.NOTNULL)) {
      c.next();
      c.accept(Word.NOT);
      if (c.accept(Word.DISTINCT)) {
        c.expect(Word.FROM);
        kind = Kind.DISTINCT;
        operands = List.of(left, expression(IS + 1, restricted));
      } else {
        test();
      }
    }
    return new Operation(left.start(), c.lastEnd(), kind, operands, List.of());
  }

  private void test() {
    Word word = c.word();
    c.next();
    if (word == Word.OF) {
      c.expect('(');
      do {
        rules.types.type();
      } while (c.accept(','));
      c.expect(')');
    } else if (word == Word.JSON) {
      if (!c.accept(Word.VALUE) && !c.accept(Word.ARRAY) && !c.accept(Word.OBJECT)) {
        c.accept(Word.SCALAR);
      }
      rules.jsonCalls.uniqueKeys();
    } else if (word == Word.NFC || word == Word.NFD || word == Word.NFKC || word == Word.NFKD) {
      c.expect(Word.NORMALIZED);
    }
  }

  private Expr matching(Expr left) {
    int operatorStart = c.start();
    boolean not = c.accept(Word.NOT);
    Word word = c.word();
    c.next();
    if (word == Word.IN) {
      return in(left, not);
    }
    if (word == Word.BETWEEN) {
      if (!c.accept(Word.SYMMETRIC)) {
        c.accept(Word.ASYMMETRIC);
      }
      Expr low = restricted();
      c.expect(Word.AND);
      Expr high = expression(MATCHING + 1, false);
      return new Operation(
          left.start(), high.end(), Kind.BETWEEN, List.of(left, low, high), List.of());
    }
    if (word == Word.SIMILAR) {
      c.expect(Word.TO);
    } else if (isQuantifier()) {
      String symbol = (not ? "!" : "") + (word == Word.LIKE ? "~~" : "~~*");
      return quantified(left, new Operator(operatorStart, c.lastEnd(), symbol));
    }
    Expr pattern = expression(MATCHING + 1, false);
    List<Expr> operands =
        c.accept(Word.ESCAPE)
            ? List.of(left, pattern, expression(MATCHING + 1, false))
            : List.of(left, pattern);
    return new Operation(left.start(), c.lastEnd(), Kind.LIKE, operands, List.of());
  }

  private Expr in(Expr left, boolean not) {
    boolean query = c.opensQuery();
    c.expect('(');
    if (!query) {
      List<Expr> items = list();
      c.expect(')');
      return new Expr.In(left.start(), c.lastEnd(), not, left, items, null);
    }
    Node first = rules.primaries.queryOrExpression();
    if (first instanceof Query subquery) {
      c.expect(')');
      return new Expr.In(left.start(), c.lastEnd(), not, left, List.of(), subquery);
    }
    List<Expr> items = new ArrayList<>();
    items.add((Expr) first);
    while (c.accept(',')) {
      items.add(expression());
    }
    c.expect(')');
    return new Expr.In(left.start(), c.lastEnd(), not, left, List.copyOf(items), null);
  }

  private Expr atTimeZone(Expr left, boolean restricted) {
    c.next();
    List<Expr> operands;
    if (c.accept(Word.LOCAL)) {
      operands = List.of(left);
    } else {
      c.expect(Word.TIME);
      c.expect(Word.ZONE);
      operands = List.of(left, expression(AT + 1, restricted));
    }
    return new Operation(left.start(), c.lastEnd(), Kind.AT_TIME_ZONE, operands, List.of());
  }
}
