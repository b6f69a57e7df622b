package dev.crossfade.migrate;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Rename;
import dev.crossfade.model.Transition;

/** A rename as an operator types it: {@code users.full_name:display_name}. */
public final class Spelling {

  private Spelling() {}

  /** How a command takes it. */
  public static String of(Transition transition) {
    return transition.tracked() + ":" + Identifier.render(transition.newColumn());
  }

  /** Whether the text spells a transition out, rather than naming one column. */
  public static boolean spellsOut(String text) {
    return colon(text) >= 0;
  }

  /**
   * Reads {@code table.old:new} or {@code schema.table.old:new}.
   *
   * @throws CrossfadeException {@code bad-transition}, or what the names themselves refuse
   */
  public static Rename parse(String text) {
    int colon = colon(text);
    String left = colon < 0 ? text : text.substring(0, colon);
    String right = colon < 0 ? "" : text.substring(colon + 1);
    if (right.isBlank() || colon(right) >= 0) {
      throw new CrossfadeException(
          new Problem(
              "bad-transition",
              "\"" + text + "\" does not name a transition.",
              text,
              "a transition is written table.old_column:new_column",
              "write it so, or name its column and give --descriptors DIR-OR-JAR"));
    }
    ColumnName old = ColumnName.parse(left);
    // Behind a one-part prefix, a bare name is read as a column and table.column as one in a
    // schema.
    ColumnName replacement = ColumnName.parse("t." + right);
    if (replacement.table().schema() != null
        && !replacement.table().name().equals(old.table().name())) {
      throw new CrossfadeException(
          new Problem(
              "bad-transition",
              "\"" + text + "\" names two tables.",
              text,
              "a rename stays within its table",
              "write table.old_column:new_column"));
    }
    return new Rename(old.table(), old.column(), replacement.column(), Phase.BEFORE);
  }

  /** The first colon outside double quotes, or -1. */
  private static int colon(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ':' && !quoted) {
        return i;
      }
    }
    return -1;
  }
}
