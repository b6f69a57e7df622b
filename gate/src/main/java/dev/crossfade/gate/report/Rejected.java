package dev.crossfade.gate.report;

import java.nio.file.Path;

/**
 * A file or directory that should have been evidence and is not. It may have held the one use that
 * forbids the drop, so the gate holds because of it.
 *
 * @param file the file or directory
 * @param cause why it is no evidence
 * @param detail what is wrong, with the line number; never text of the file
 */
public record Rejected(Path file, Cause cause, String detail) {

  /** Why a file is no evidence. */
  public enum Cause {
    /** Could not be opened or read, or is not what the format says. */
    UNREADABLE,
    /** No {@code end} line, or lines are missing before it. */
    TRUNCATED,
    /** Written in a format that this gate does not know. */
    NEWER,
    /** Two files claim to be the same state of one instance and differ. */
    CONTRADICTION
  }
}
