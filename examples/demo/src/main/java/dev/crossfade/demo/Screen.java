package dev.crossfade.demo;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;

/**
 * What the reader sees: each step with the time since the start, and below it the commands with
 * what they print. Thread-safe.
 */
final class Screen {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final String MARGIN = "           | ";

  private final PrintStream out;
  private final long started = System.nanoTime();
  private boolean inLine;
  private boolean live;

  Screen(PrintStream out) {
    this.out = out;
  }

  double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  /** A step of the story. */
  synchronized void step(String text) {
    endLine();
    out.printf(Locale.ROOT, "%n[%6.1f s] %s%n", seconds(), text);
  }

  /** Something about the step. */
  synchronized void note(String text) {
    endLine();
    out.println("           " + text.replace("\n", "\n           "));
  }

  synchronized void plain(String text) {
    endLine();
    out.println(text);
  }

  /** A command as one would type it. */
  synchronized void command(String text) {
    note("$ " + text);
  }

  /** Where a command's output goes: line by line, each behind a margin. */
  PrintWriter commandOutput() {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            print(new String(text, from, length));
          }

          @Override
          public void flush() {
            out.flush();
          }

          @Override
          public void close() {}
        },
        true);
  }

  /** Understands the one escape of a live line: back to the start, and the line cleared. */
  private synchronized void print(String text) {
    String rest = text;
    if (rest.startsWith(CLEAR_LINE)) {
      out.print(CLEAR_LINE);
      rest = rest.substring(CLEAR_LINE.length());
      inLine = false;
      live = true;
    } else if (live) {
      // A result after a live line takes its place.
      out.print(CLEAR_LINE);
      inLine = false;
      live = false;
    }
    for (int from = 0; from < rest.length(); ) {
      int end = rest.indexOf('\n', from) + 1;
      String part = rest.substring(from, end == 0 ? rest.length() : end);
      out.print((inLine ? "" : MARGIN) + part);
      inLine = end == 0;
      live &= inLine;
      from += part.length();
    }
  }

  private void endLine() {
    if (inLine) {
      out.println();
    }
    inLine = false;
    live = false;
  }
}
