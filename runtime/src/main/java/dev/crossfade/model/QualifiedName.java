package dev.crossfade.model;

import java.util.ArrayList;
import java.util.List;

/** Splits {@code a."B.c".d} at its dots and folds each part. */
final class QualifiedName {

  private QualifiedName() {}

  static String[] split(String written) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    char quote = 0;
    for (int i = 0; i <= written.length(); i++) {
      char c = i == written.length() ? '.' : written.charAt(i);
      boolean end = i == written.length();
      if (quote != 0 && !end) {
        if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '`') {
        quote = c;
      } else if (c == '.') {
        String part = Identifier.fold(written.substring(start, i));
        if (part.isEmpty()) {
          throw new CrossfadeException(
              new Problem(
                  "bad-name",
                  "\"" + written + "\" is not a name.",
                  written,
                  "a part of it is empty",
                  "write table.column or schema.table.column"));
        }
        parts.add(part);
        start = i + 1;
      }
    }
    return parts.toArray(String[]::new);
  }
}
