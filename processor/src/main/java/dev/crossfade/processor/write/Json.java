package dev.crossfade.processor.write;

import org.jspecify.annotations.Nullable;

/** Writes JSON text; enough for flat objects of strings. */
final class Json {

  private Json() {}

  /** {@code text} as a JSON string (RFC 8259, section 7), or {@code null}. */
  static String string(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          // A lone surrogate can not be encoded: the file would not be UTF-8.
          if (c < ' ' || (Character.isSurrogate(c) && !isPaired(text, i))) {
            json.append(String.format("\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
