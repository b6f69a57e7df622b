package dev.crossfade.sql.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Type names (documentation, chapter 8; {@code Typename} in {@code gram.y}). */
final class Types {

  private final Rules rules;
  private final Cursor c;

  Types(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
  }

  /** A type with its array bounds. */
  TypeName type() {
    int start = c.start();
    c.accept(Word.SETOF);
    TypeName simple = simple();
    boolean array = false;
    if (c.accept(Word.ARRAY)) {
      array = true;
      if (c.accept('[')) {
        c.expect(Tokens.NUMBER, "a number");
        c.expect(']');
      }
    } else {
      while (c.accept('[')) {
        array = true;
        if (c.kind() == Tokens.NUMBER) {
          c.next();
        }
        c.expect(']');
      }
    }
    return new TypeName(
        start, c.lastEnd(), simple.name(), simple.system(), simple.modifiers(), array);
  }

  /** A type as it stands before a constant: without array bounds. */
  TypeName simple() {
    Word word = c.word();
    return word == null ? named() : spelled(word);
  }

  private TypeName named() {
    int start = c.start();
    NamePath name = c.path(c.functionName());
    List<Expr> modifiers = modifiers();
    return new TypeName(start, c.lastEnd(), name, null, modifiers, false);
  }

  private TypeName spelled(Word word) {
    switch (word) {
      case INT, INTEGER:
        return plain("int4");
      case SMALLINT:
        return plain("int2");
      case BIGINT:
        return plain("int8");
      case REAL:
        return plain("float4");
      case BOOLEAN:
        return plain("bool");
      case JSON:
        return c.kind(1) == '.' ? named() : plain("json");
      case FLOAT:
        return modified("float8");
      case DECIMAL, DEC, NUMERIC:
        return modified("numeric");
      case DOUBLE:
        if (c.word(1) == Word.PRECISION) {
          int start = c.start();
          c.next();
          c.next();
          return new TypeName(start, c.lastEnd(), null, "float8", List.of(), false);
        }
        return named();
      case BIT:
        return varying("bit", "varbit");
      case CHARACTER, CHAR, NCHAR:
        return varying("bpchar", "varchar");
      case VARCHAR:
        return modified("varchar");
      case NATIONAL:
        return national();
      case TIME:
        return zoned("time", "timetz");
      case TIMESTAMP:
        return zoned("timestamp", "timestamptz");
      case INTERVAL:
        return interval();
      default:
        return named();
    }
  }

  private TypeName plain(String system) {
    int start = c.start();
    c.next();
    return new TypeName(start, c.lastEnd(), null, system, List.of(), false);
  }

  private TypeName modified(String system) {
    int start = c.start();
    c.next();
    List<Expr> modifiers = modifiers();
    return new TypeName(start, c.lastEnd(), null, system, modifiers, false);
  }

  private TypeName varying(String fixed, String varying) {
    int start = c.start();
    c.next();
    return varying(start, fixed, varying);
  }

  private TypeName varying(int start, String fixed, String varying) {
    String system = c.accept(Word.VARYING) ? varying : fixed;
    List<Expr> modifiers = modifiers();
    return new TypeName(start, c.lastEnd(), null, system, modifiers, false);
  }

  private TypeName national() {
    int start = c.start();
    c.next();
    if (!c.accept(Word.CHARACTER)) {
      c.expect(Word.CHAR);
    }
    return varying(start, "bpchar", "varchar");
  }

  private TypeName zoned(String without, String with) {
    int start = c.start();
    c.next();
    List<Expr> modifiers = modifiers();
    boolean zone = false;
    if ((c.is(Word.WITH) || c.is(Word.WITHOUT)) && c.word(1) == Word.TIME) {
      zone = c.is(Word.WITH);
      c.next();
      c.next();
      c.expect(Word.ZONE);
    }
    return new TypeName(start, c.lastEnd(), null, zone ? with : without, modifiers, false);
  }

  private TypeName interval() {
    int start = c.start();
    c.next();
    List<Expr> modifiers = modifiers();
    if (modifiers.isEmpty()) {
      modifiers = intervalFields();
    }
    return new TypeName(start, c.lastEnd(), null, "interval", modifiers, false);
  }

  /** {@code YEAR TO MONTH}, {@code SECOND (3)}; gives the precision. */
  List<Expr> intervalFields() {
    if (!intervalField(c.word())) {
      return List.of();
    }
    boolean second = c.is(Word.SECOND);
    c.next();
    if (c.is(Word.TO) && intervalField(c.word(1))) {
      c.next();
      second = c.is(Word.SECOND);
      c.next();
    }
    return second ? modifiers() : List.of();
  }

  private static boolean intervalField(@Nullable Word word) {
    return word == Word.YEAR
        || word == Word.MONTH
        || word == Word.DAY
        || word == Word.HOUR
        || word == Word.MINUTE
        || word == Word.SECOND;
  }

  private List<Expr> modifiers() {
    if (!c.accept('(')) {
      return List.of();
    }
    List<Expr> modifiers = new ArrayList<>(2);
    do {
      modifiers.add(rules.expressions.expression());
    } while (c.accept(','));
    c.expect(')');
    return List.copyOf(modifiers);
  }
}
