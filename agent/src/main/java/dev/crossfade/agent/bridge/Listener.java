package dev.crossfade.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * Hears what the driver does, on the application's threads. Implementations are thread-safe, never
 * throw and never block.
 */
public interface Listener {

  /**
   * A statement is about to be sent.
   *
   * @param query the driver's parsed statement, or null if it could not be given room for a note
   * @param sql its text as the server gets it, with {@code $1} for parameters
   */
  void sent(@Nullable Noted query, String sql);

  /** A COPY is about to be sent. */
  void copied(String sql);

  /** Whether the results of {@code query} are to be watched: it fetches a tracked column by *. */
  boolean watches(@Nullable Object note);

  /**
   * A result of a watched query.
   *
   * @param labels its columns' labels, in order
   */
  void returned(Noted resultSet, @Nullable Object queryNote, String[] labels);

  /**
   * The application asks a watched result for a column.
   *
   * @param column from 1
   */
  void asked(Noted resultSet, int column);

  /** A fallback read found its value in the old column only. */
  void fellBack(String transition);

  /** Woven code failed in a way that should not have been possible. */
  void failed(Throwable failure);
}
