package dev.crossfade.sql.syntax;

/**
 * Cuts a text into tokens by the rules of PostgreSQL's documentation, section 4.1, and of JDBC: a
 * single {@code ?} may be a parameter, {@code ??} is then an operator's question mark.
 */
final class Lexer {

  private final String sql;
  private final int length;
  private final boolean placeholders;
  private final Tokens tokens;

  private Lexer(String sql, boolean placeholders) {
    this.sql = sql;
    this.length = sql.length();
    this.placeholders = placeholders;
    this.tokens = new Tokens(length);
  }

  /**
   * The tokens of {@code sql}, the last one {@link Tokens#END}.
   *
   * @throws Rejected if a literal, quoted name or comment never ends, or no token starts somewhere
   */
  static Tokens read(String sql, boolean placeholders) {
    Lexer lexer = new Lexer(sql, placeholders);
    int i = 0;
    while (i < lexer.length) {
      i = lexer.next(i);
    }
    lexer.tokens.add(Tokens.END, i, i, null);
    return lexer.tokens;
  }

  private int next(int i) {
    char c = sql.charAt(i);
    if (isWordStart(c)) {
      return word(i, c);
    }
    switch (c) {
      case ' ', '\t', '\n', '\r', '\f', 0x0B:
        return i + 1;
      case '(', ')', ',', ';', '[', ']':
        return add((byte) c, i, i + 1);
      case '\'':
        return string(Tokens.STRING, i, i, false);
      case '"':
        return add(Tokens.QUOTED, i, quoted(i));
      case '.':
        if (at(i + 1) == '.') {
          return add(Tokens.DOTS, i, i + 2);
        }
        return isDigit(at(i + 1)) ? number(i) : add((byte) c, i, i + 1);
      case ':':
        if (at(i + 1) == ':') {
          return add(Tokens.CAST, i, i + 2);
        }
        return at(i + 1) == '=' ? add(Tokens.ASSIGN, i, i + 2) : add((byte) c, i, i + 1);
      case '$':
        return dollar(i);
      default:
        if (isDigit(c)) {
          return number(i);
        }
        if (isOperator(c)) {
          return operator(i, c);
        }
        throw new Rejected(i, "a token");
    }
  }

  private int add(byte kind, int start, int end) {
    tokens.add(kind, start, end, null);
    return end;
  }

  private int word(int start, char first) {
    if (at(start + 1) == '\'') {
      switch (first) {
        case 'e', 'E':
          return string(Tokens.STRING, start, start + 1, true);
        case 'b', 'B', 'x', 'X':
          return string(Tokens.BITS, start, start + 1, false);
        case 'n', 'N':
          return string(Tokens.NATIONAL, start, start + 1, false);
        default:
          break;
      }
    }
    if ((first == 'u' || first == 'U') && at(start + 1) == '&') {
      if (at(start + 2) == '\'') {
        string(Tokens.STRING, start, start + 2, false);
        return escape();
      }
      if (at(start + 2) == '"') {
        add(Tokens.QUOTED, start, quoted(start + 2));
        return escape();
      }
    }
    int hash = 0;
    int i = start;
    char c = first;
    do {
      hash = Word.hash(hash, c);
      i++;
      c = at(i);
    } while (isWordPart(c));
    tokens.add(Tokens.WORD, start, i, Word.find(sql, start, i, hash));
    return i;
  }

  /** Takes UESCAPE and its character into the token before it. */
  private int escape() {
    int token = tokens.size - 1;
    int end = tokens.ends[token];
    int i = blank(end);
    if (i + 7 > length || !sql.regionMatches(true, i, "uescape", 0, 7) || isWordPart(at(i + 7))) {
      return end;
    }
    i = blank(i + 7);
    if (at(i) != '\'' || at(i + 2) != '\'' || at(i + 1) == '\'') {
      throw new Rejected(i, "an escape character");
    }
    tokens.ends[token] = i + 3;
    return i + 3;
  }

  /** A quoted literal with those that continue it on further lines. */
  private int string(byte kind, int start, int quote, boolean escapes) {
    int end = body(quote, escapes);
    while (true) {
      int next = continuation(end);
      if (next < 0) {
        return add(kind, start, end);
      }
      end = body(next, escapes);
    }
  }

  private int body(int quote, boolean escapes) {
    int i = quote + 1;
    while (i < length) {
      char c = sql.charAt(i);
      if (c == '\'') {
        if (at(i + 1) != '\'') {
          return i + 1;
        }
        i++;
      } else if (c == '\\') {
        if (escapes) {
          i++;
        } else if (at(i + 1) == '\'') {
          tokens.doubtful = true;
        }
      }
      i++;
    }
    throw new Rejected(quote, "the end of a literal");
  }

  /** Where a literal goes on after white space with a line break, or -1. */
  private int continuation(int from) {
    boolean broken = false;
    for (int i = from; i < length; i++) {
      char c = sql.charAt(i);
      if (c == '\n' || c == '\r') {
        broken = true;
      } else if (c == '-' && at(i + 1) == '-') {
        i = lineEnd(i) - 1;
      } else if (c == '\'') {
        return broken ? i : -1;
      } else if (!isSpace(c)) {
        return -1;
      }
    }
    return -1;
  }

  private int quoted(int quote) {
    for (int i = quote + 1; i < length; i++) {
      char c = sql.charAt(i);
      if (c == '"') {
        if (at(i + 1) != '"') {
          if (i == quote + 1) {
            throw new Rejected(quote, "a name");
          }
          return i + 1;
        }
        i++;
      } else if (c == 0) {
        throw new Rejected(i, "a name");
      }
    }
    throw new Rejected(quote, "the end of a name");
  }

  private int dollar(int start) {
    int i = start + 1;
    if (isDigit(at(i))) {
      while (isDigit(at(i))) {
        i++;
      }
      return add(Tokens.DOLLAR, start, noJunk(i));
    }
    if (isWordStart(at(i))) {
      while (isWordPart(at(i)) && at(i) != '$') {
        i++;
      }
    }
    if (at(i) != '$') {
      throw new Rejected(start, "a parameter or a dollar quote");
    }
    String delimiter = sql.substring(start, i + 1);
    int close = sql.indexOf(delimiter, i + 1);
    if (close < 0) {
      throw new Rejected(start, "the end of a literal");
    }
    return add(Tokens.STRING, start, close + delimiter.length());
  }

  private int number(int start) {
    int i = start;
    char second = (char) (at(i + 1) | 32);
    if (at(i) == '0' && (second == 'x' || second == 'o' || second == 'b')) {
      i += 2;
      while (isWordPart(at(i)) && at(i) != '$') {
        i++;
      }
      return add(Tokens.NUMBER, start, noJunk(i));
    }
    i = digits(i);
    if (at(i) == '.' && at(i + 1) != '.') {
      i = digits(i + 1);
    }
    if ((at(i) | 32) == 'e') {
      int exponent = at(i + 1) == '+' || at(i + 1) == '-' ? i + 2 : i + 1;
      if (isDigit(at(exponent))) {
        i = digits(exponent);
      }
    }
    return add(Tokens.NUMBER, start, noJunk(i));
  }

  private int digits(int from) {
    int i = from;
    while (isDigit(at(i)) || at(i) == '_' && i > from && isDigit(at(i + 1))) {
      i++;
    }
    return i;
  }

  /** What PostgreSQL 15 refuses, and earlier versions read as a label. */
  private int noJunk(int end) {
    if (isWordPart(at(end))) {
      throw new Rejected(end, "the end of a number");
    }
    return end;
  }

  private int operator(int start, char first) {
    if (first == '-' && at(start + 1) == '-') {
      return lineEnd(start);
    }
    if (first == '/' && at(start + 1) == '*') {
      return commentEnd(start);
    }
    if (first == '?' && placeholders && at(start + 1) != '?') {
      tokens.addParameter(start);
      return add(Tokens.QUESTION, start, start + 1);
    }
    int end = start;
    boolean special = false;
    while (isOperator(at(end))) {
      char c = at(end);
      if (c == '-' && at(end + 1) == '-' || c == '/' && at(end + 1) == '*') {
        break;
      }
      if (c == '?' && placeholders) {
        if (at(end + 1) != '?') {
          break;
        }
        end++;
      }
      special |= "~!@#%^&|`?".indexOf(c) >= 0;
      end++;
    }
    // Documentation, section 4.1.3: so that @- may be an operator, and *- is two.
    while (!special && end - start > 1 && (at(end - 1) == '+' || at(end - 1) == '-')) {
      end--;
    }
    return add(kind(start, end, first), start, end);
  }

  private byte kind(int start, int end, char first) {
    if (end - start == 1) {
      return "+-*/%^<>=".indexOf(first) >= 0 ? (byte) first : Tokens.OPERATOR;
    }
    if (end - start == 2) {
      char second = at(start + 1);
      if (first == '<') {
        return second == '='
            ? Tokens.LESS_EQUAL
            : second == '>' ? Tokens.NOT_EQUAL : Tokens.OPERATOR;
      }
      if (second == '=' && first == '>') {
        return Tokens.GREATER_EQUAL;
      }
      if (second == '=' && first == '!') {
        return Tokens.NOT_EQUAL;
      }
      if (second == '>' && first == '=') {
        return Tokens.ARROW;
      }
    }
    return Tokens.OPERATOR;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < length && sql.charAt(i) != '\n' && sql.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int commentEnd(int start) {
    int depth = 0;
    int i = start;
    while (i < length) {
      char c = sql.charAt(i);
      if (c == '/' && at(i + 1) == '*') {
        depth++;
        i += 2;
      } else if (c == '*' && at(i + 1) == '/') {
        depth--;
        i += 2;
        if (depth == 0) {
          return i;
        }
      } else {
        i++;
      }
    }
    throw new Rejected(start, "the end of a comment");
  }

  private int blank(int from) {
    int i = from;
    while (i < length) {
      char c = sql.charAt(i);
      if (isSpace(c)) {
        i++;
      } else if (c == '-' && at(i + 1) == '-') {
        i = lineEnd(i);
      } else if (c == '/' && at(i + 1) == '*') {
        i = commentEnd(i);
      } else {
        break;
      }
    }
    return i;
  }

  private char at(int i) {
    return i < length ? sql.charAt(i) : 0;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isOperator(char c) {
    return switch (c) {
      case '~', '!', '@', '#', '^', '&', '|', '`', '?', '+', '-', '*', '/', '%', '<', '>', '=' ->
          true;
      default -> false;
    };
  }

  static boolean isWordStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }
}
