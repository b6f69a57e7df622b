package dev.crossfade.jdbc;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What executing a text may do to the names that a session sees, told from its words without
 * parsing. Errs towards "may": the price of that is a look into the catalog.
 */
final class Effects {

  /** The search path or the role may be another one afterwards. */
  static final int MOVES = 1;

  /** The session may have another temporary relation afterwards. */
  static final int TEMPORARY = 2;

  /** The schema may be another one afterwards, for everybody. */
  static final int DDL = 4;

  /** A transaction may have ended. */
  static final int ENDS = 8;

  private static final Pattern WORD = Pattern.compile("^[a-z_]+");
  private static final Pattern TEMPORARY_WORD =
      Pattern.compile(
          "^create\\s+(?:or\\s+replace\\s+)?(?:(?:global|local)\\s+)?temp(?:orary)?\\b");

  /** Also within a text that some function executes. */
  private static final Pattern CREATE_TEMPORARY =
      Pattern.compile("\\bcreate\\s+(?:(?:global|local)\\s+)?temp(?:orary)?\\b");

  private static final Pattern INTO =
      Pattern.compile("(?<!\\binsert\\s{1,9})(?<!\\bmerge\\s{1,9})\\binto\\b");
  private static final Pattern TO_SAVEPOINT = Pattern.compile("\\bto\\b");

  /** Of any setting but one that is named and harmless. */
  private static final Pattern SET_CONFIG =
      Pattern.compile(
          "\\bset_config\\s*\\(\\s*(?!'(?!role'|session_authorization')[a-z_.]+'\\s*,)");

  private static final Pattern PLACE =
      Pattern.compile("search_path|\\brole\\b|\\bauthorization\\b|\\bschema\\b");

  private Effects() {}

  static int of(String sql) {
    int effects = 0;
    String text = sql.toLowerCase(Locale.ROOT);
    if (text.contains("search_path")
        || text.contains("pg_settings") && text.contains("update")
        || SET_CONFIG.matcher(text).find()) {
      effects |= MOVES;
    }
    if (text.contains("temp") && CREATE_TEMPORARY.matcher(text).find()) {
      effects |= TEMPORARY;
    }
    for (String statement : text.split(";")) {
      effects |= ofOne(body(statement));
    }
    return effects;
  }

  private static int ofOne(String statement) {
    return switch (firstWord(statement)) {
      case "create" -> TEMPORARY_WORD.matcher(statement).find() ? TEMPORARY : DDL;
      case "alter", "drop", "import" -> DDL | TEMPORARY;
      case "do" -> DDL | TEMPORARY | MOVES;
      case "execute" -> TEMPORARY | MOVES;
      case "set" -> PLACE.matcher(statement).find() ? MOVES : 0;
      case "reset", "discard" -> MOVES | TEMPORARY;
      case "rollback" -> TO_SAVEPOINT.matcher(statement).find() ? MOVES : ENDS;
      case "commit", "end", "abort", "prepare" -> ENDS;
      case "select", "with" -> INTO.matcher(statement).find() ? DDL | TEMPORARY : 0;
      default -> 0;
    };
  }

  /**
   * Whether the text is one statement that steers the session and so touches no table. It must be
   * told without the catalog: a ROLLBACK has to pass while the transaction has failed.
   */
  static boolean isControl(String sql) {
    String statement = body(sql).strip();
    int semicolon = statement.indexOf(';');
    if (semicolon >= 0 && semicolon < statement.length() - 1) {
      return false;
    }
    return switch (firstWord(statement.toLowerCase(Locale.ROOT))) {
      case "begin",
          "start",
          "commit",
          "rollback",
          "end",
          "abort",
          "savepoint",
          "release",
          "set",
          "reset",
          "show",
          "discard",
          "listen",
          "unlisten",
          "notify",
          "checkpoint" ->
          true;
      default -> false;
    };
  }

  /** The text from its first word on: without white space, comments and parentheses before it. */
  private static String body(String sql) {
    int at = 0;
    while (at < sql.length()) {
      if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        at = end < 0 ? sql.length() : end + 2;
      } else if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == '(') {
        at++;
      } else {
        break;
      }
    }
    return sql.substring(at);
  }

  private static String firstWord(String statement) {
    var word = WORD.matcher(statement);
    return word.find() ? word.group() : "";
  }
}
