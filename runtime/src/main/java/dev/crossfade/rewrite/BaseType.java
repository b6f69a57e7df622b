package dev.crossfade.rewrite;

import org.jspecify.annotations.Nullable;

/** Types as {@code format_type} prints them. */
final class BaseType {

  private BaseType() {}

  /**
   * The type without its modifier, to write in a cast: {@code character varying(40)[]} is {@code
   * character varying[]}. Null where that can not be told from the text.
   */
  static @Nullable String of(String type) {
    if (type.indexOf('"') >= 0) {
      return type.indexOf('(') < 0 ? type : null;
    }
    String array = type.endsWith("[]") ? "[]" : "";
    String element = type.substring(0, type.length() - array.length());
    if (element.startsWith("interval")) {
      return "interval" + array;
    }
    int open = element.indexOf('(');
    int close = element.indexOf(')', open);
    String bare =
        open < 0 || close < 0 ? element : element.substring(0, open) + element.substring(close + 1);
    // Without a modifier these two words mean a length of one.
    return switch (bare) {
          case "character" -> "bpchar";
          case "bit" -> "pg_catalog.\"bit\"";
          default -> bare;
        }
        + array;
  }
}
