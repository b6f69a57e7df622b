package dev.crossfade.sql.syntax;

/** Leaves the parser from any depth; becomes a {@link NotAccepted}. */
final class Rejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String expected;

  Rejected(int offset, String expected) {
    super(expected, null, false, false);
    this.offset = offset;
    this.expected = expected;
  }

  NotAccepted reason() {
    return new NotAccepted(offset, expected);
  }
}
