package dev.crossfade.server;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * An error of the server, told without row values: messages about data ({@code 22}, {@code 23},
 * {@code P0}, a user's trigger) quote the data, so only their names and SQLSTATE are told.
 */
public final class ServerError {

  /** Classes whose primary message speaks of names, locks and resources only. */
  private static final Set<String> SAFE =
      Set.of("08", "0A", "25", "28", "2B", "3D", "3F", "40", "42", "53", "54", "55", "57", "58");

  private ServerError() {}

  /** What the server said, as far as it can hold no value of a row. */
  public static String describe(SQLException error) {
    String state = error.getSQLState();
    String told = "SQLSTATE " + (state == null ? "unknown" : state);
    ServerErrorMessage server =
        error instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
    if (server == null) {
      // The driver's own words: refused connections, broken sockets, unknown hosts.
      return state != null && state.startsWith("08") ? told + ": " + firstLine(error) : told;
    }
    StringBuilder text = new StringBuilder(told);
    if (state != null && state.length() == 5 && SAFE.contains(state.substring(0, 2))) {
      text.append(": ").append(server.getMessage());
    }
    name(text, "table", server.getTable());
    name(text, "column", server.getColumn());
    name(text, "constraint", server.getConstraint());
    return text.toString();
  }

  /** The error as a problem, for what no caller knows better. */
  public static CrossfadeException problem(SQLException error, String where) {
    return new CrossfadeException(
        new Problem(
            "database-error",
            "The database refused a statement.",
            where,
            describe(error),
            "correct the cause and run the same command again: it continues where it stopped"));
  }

  private static void name(StringBuilder text, String what, @Nullable String name) {
    if (name != null && !name.isEmpty()) {
      text.append(", ").append(what).append(' ').append(name);
    }
  }

  private static String firstLine(SQLException error) {
    String message = String.valueOf(error.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}
