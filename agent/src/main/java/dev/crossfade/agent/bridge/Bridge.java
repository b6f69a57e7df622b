package dev.crossfade.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The only class that woven code calls. Does nothing until an agent connects; thread-safe. No
 * method throws, whatever the listener does: the application must not notice.
 */
public final class Bridge {

  private static volatile @Nullable Listener listener;

  private Bridge() {}

  /** Connects the agent; false if another one already is. */
  public static synchronized boolean connect(Listener agent) {
    if (listener != null) {
      return false;
    }
    listener = agent;
    return true;
  }

  /** See {@link Listener#sent}. */
  public static void sent(Object query, String sql) {
    Listener agent = listener;
    if (agent != null) {
      agent.sent(query instanceof Noted noted ? noted : null, sql);
    }
  }

  /** See {@link Listener#copied}. */
  public static void copied(String sql) {
    Listener agent = listener;
    if (agent != null) {
      agent.copied(sql);
    }
  }

  /** Whether a result of {@code query} is to be watched, so that its labels are needed. */
  public static boolean watches(@Nullable Object query) {
    Listener agent = listener;
    return agent != null && query instanceof Noted noted && agent.watches(noted.crossfade$note());
  }

  /** See {@link Listener#returned}. */
  public static void returned(Object resultSet, Object query, String[] labels) {
    Listener agent = listener;
    if (agent != null) {
      agent.returned((Noted) resultSet, ((Noted) query).crossfade$note(), labels);
    }
  }

  /** See {@link Listener#asked}. */
  public static void asked(Object resultSet, int column) {
    Listener agent = listener;
    if (agent != null) {
      agent.asked((Noted) resultSet, column);
    }
  }

  /** See {@link Listener#fellBack}. */
  public static void fellBack(String transition) {
    Listener agent = listener;
    if (agent != null) {
      agent.fellBack(transition);
    }
  }

  /** See {@link Listener#failed}. */
  public static void failed(Throwable failure) {
    Listener agent = listener;
    if (agent != null) {
      agent.failed(failure);
    }
  }
}
