package dev.crossfade.jdbc;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.PhaseSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a statement that is sent as it is would leave behind. Up to {@link Phase#FALLBACK_READ} the
 * old column is right whenever the two differ, so a statement that does not name the new one leaves
 * what a backfill can repair. One that names it would write a value that the backfill undoes, or
 * read what is not yet there. From {@link Phase#NEW_READ} on nobody reads the old column.
 */
final class Repair {

  private static final Pattern WRITING =
      Pattern.compile(
          "(?<!for )(?<!for no key )\\b(?:update|insert|merge|copy|do|call|execute)\\b");

  private Repair() {}

  /** Whether a backfill would make good what {@code sql}, sent as it is, may leave behind. */
  static boolean isPossible(String sql, List<Transition> touched, PhaseSnapshot phases) {
    for (Transition transition : touched) {
      if (phases.of(transition).compareTo(Phase.FALLBACK_READ) > 0
          || names(sql, transition.newColumn())) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code sql}, sent as it is, may write one column where both are kept. */
  static boolean isNeeded(String sql, List<Transition> touched, PhaseSnapshot phases) {
    for (Transition transition : touched) {
      if (phases.of(transition).dualWrites()) {
        return WRITING.matcher(sql.toLowerCase(Locale.ROOT)).find();
      }
    }
    return false;
  }

  /** Errs towards "yes": a name in a literal or comment counts, and so does U&"…", unread. */
  private static boolean names(String sql, String column) {
    String text = sql.toLowerCase(Locale.ROOT);
    if (text.contains("u&\"")) {
      return true;
    }
    String name = column.replace("\"", "\"\"").toLowerCase(Locale.ROOT);
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || !isWordPart(text.charAt(at - 1)))
          && (end == text.length() || !isWordPart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
