package dev.crossfade.cli;

import dev.crossfade.migrate.Progress;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;

/** Progress on a terminal, where the live line is replaced, or elsewhere, where it is rare. */
final class Console implements Progress {

  private static final long PLAIN_PERIOD_NANOS = 5_000_000_000L;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean terminal = isTerminal();
  private boolean live;
  private long lastPlain = System.nanoTime();

  Console(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void line(String text) {
    out.println((live ? CLEAR_LINE : "") + text);
    live = false;
    out.flush();
  }

  @Override
  public synchronized void live(String text) {
    if (terminal) {
      out.print(CLEAR_LINE + text);
      live = true;
      out.flush();
    } else if (System.nanoTime() - lastPlain >= PLAIN_PERIOD_NANOS) {
      lastPlain = System.nanoTime();
      line(text);
    }
  }

  /** Takes the live line away, before something else is printed. */
  synchronized void clear() {
    if (live) {
      out.print(CLEAR_LINE);
      live = false;
      out.flush();
    }
  }

  /** From JDK 22 on there is a console object without a terminal too, which then must be asked. */
  private static boolean isTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException beforeJdk22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
