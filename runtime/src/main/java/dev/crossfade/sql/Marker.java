package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comment that rewritten and generated SQL carries, so that the agent and {@code
 * pg_stat_statements} can tell the transition's own accesses from the application's:
 *
 * <pre>{@code
 * /*crossfade users.display_name=FALLBACK_READ app=users.full_name:read*\/
 * }</pre>
 *
 * <p>Immutable. It holds names only, never a value.
 *
 * @param steps the transitions that the text was written for, each with its phase
 * @param applicationUsages the uses of old columns that stood in the application's own text
 */
public record Marker(List<Step> steps, List<Usage> applicationUsages) {

  private static final String START = "/*crossfade ";
  private static final String END = "*/";

  /** A transition, by its {@code id()}, and the phase the text was written for. */
  public record Step(ColumnName transition, Phase phase) {}

  public Marker {
    steps = List.copyOf(steps);
    applicationUsages = List.copyOf(applicationUsages);
  }

  /** The comment. */
  public String render() {
    StringBuilder text = new StringBuilder(START);
    for (int i = 0; i < steps.size(); i++) {
      text.append(i == 0 ? "" : " ")
          .append(escape(steps.get(i).transition().toString()))
          .append('=')
          .append(steps.get(i).phase());
    }
    for (Usage usage : applicationUsages) {
      text.append(" app=")
          .append(escape(usage.column().toString()))
          .append(':')
          .append(usage.kind().slug());
    }
    return text.append(END).toString();
  }

  /** The last well-formed marker of {@code sql}, or null. Never throws. */
  public static @Nullable Marker find(String sql) {
    int start = sql.lastIndexOf(START);
    if (start < 0) {
      return null;
    }
    int end = sql.indexOf(END, start + START.length());
    return end < 0 ? null : parse(sql.substring(start + START.length(), end));
  }

  private static @Nullable Marker parse(String body) {
    List<Step> steps = new ArrayList<>();
    List<Usage> usages = new ArrayList<>();
    try {
      for (String word : body.split(" ")) {
        int equals = word.lastIndexOf('=');
        if (word.startsWith("app=")) {
          int colon = word.lastIndexOf(':');
          usages.add(
              new Usage(
                  ColumnName.parse(unescape(word.substring(4, colon))),
                  UsageKind.ofSlug(word.substring(colon + 1))));
        } else {
          steps.add(
              new Step(
                  ColumnName.parse(unescape(word.substring(0, equals))),
                  Phase.valueOf(word.substring(equals + 1))));
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException | CrossfadeException notOurs) {
      return null;
    }
    return steps.isEmpty() ? null : new Marker(steps, usages);
  }

  // A quoted name may hold a space, an end of comment, or JDBC's question mark.
  private static String escape(String name) {
    return name.replace("%", "%25")
        .replace(" ", "%20")
        .replace("*", "%2A")
        .replace("/", "%2F")
        .replace("?", "%3F")
        .replace("\n", "%0A")
        .replace("\r", "%0D");
  }

  private static String unescape(String name) {
    return name.replace("%0D", "\r")
        .replace("%0A", "\n")
        .replace("%3F", "?")
        .replace("%2F", "/")
        .replace("%2A", "*")
        .replace("%20", " ")
        .replace("%25", "%");
  }
}
