package dev.crossfade.server;

import dev.crossfade.model.Identifier;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names and texts as SQL that holds whatever they hold. */
public final class Sql {

  private Sql() {}

  /** Each name in double quotes, separated by commas. */
  public static String list(Collection<String> names) {
    return names.stream().map(Identifier::quote).collect(Collectors.joining(", "));
  }

  /** A text literal, right under either setting of {@code standard_conforming_strings}. */
  public static String literal(String text) {
    String doubled = text.replace("'", "''");
    return doubled.indexOf('\\') < 0
        ? "'" + doubled + "'"
        : "E'" + doubled.replace("\\", "\\\\") + "'";
  }

  /**
   * Whether two columns of one type differ, NULL included: compares what is stored, as {@code *<>}
   * does for rows (PostgreSQL documentation, section 9.25.6, "Composite Type Comparison"). {@code
   * IS DISTINCT FROM} would fail for types without equality (json, point), would call 'ABC' and
   * 'abc' the same in citext or under a case-insensitive collation, and would depend on the
   * session's search_path.
   */
  public static String differ(String alias, String one, String other) {
    return "pg_catalog.record_image_ne(ROW("
        + alias
        + "."
        + Identifier.quote(one)
        + "), ROW("
        + alias
        + "."
        + Identifier.quote(other)
        + "))";
  }
}
