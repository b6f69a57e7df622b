package dev.crossfade.proof;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An application's text with what it binds.
 *
 * @param sql the text
 * @param parameters the values of its {@code ?}
 * @param setup run first, in the same transaction, as it stands
 * @param masked labels whose values may differ
 * @param ordered whether the order of the rows is part of the meaning
 * @param random whether what it stores in the tracked column differs from run to run
 * @param data what a COPY FROM STDIN is sent, or null
 */
record Statements(
    String sql,
    List<Parameter> parameters,
    List<String> setup,
    Set<String> masked,
    boolean ordered,
    boolean random,
    @Nullable String data) {

  private static final Pattern WRITING =
      Pattern.compile(
          "\\b(insert|update|delete|merge|into|create|copy|nextval|next_\\w+)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern COPY =
      Pattern.compile("(?i)\\s*copy\\b.*\\bstd(in|out)\\b.*", Pattern.DOTALL);

  static Statements of(String sql, List<Parameter> parameters) {
    return new Statements(sql, parameters, List.of(), Set.of(), isOrdered(sql), false, null);
  }

  /** False only if the text can not change a table or a sequence. */
  boolean mayWrite() {
    return WRITING.matcher(sql).find();
  }

  /** Whether it goes through the COPY protocol. */
  boolean isCopy() {
    return COPY.matcher(sql).lookingAt();
  }

  /** Whether ORDER BY stands outside of all parentheses. */
  static boolean isOrdered(String sql) {
    String text = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (depth == 0 && text.startsWith("order by", i)) {
        return true;
      }
    }
    return false;
  }
}
