package dev.crossfade.gate.report;

/**
 * A line that is not what {@code docs/report-format.md} says; the message never quotes the line.
 */
final class BadLine extends Exception {

  private static final long serialVersionUID = 1L;

  BadLine(String message) {
    super(message);
  }
}
