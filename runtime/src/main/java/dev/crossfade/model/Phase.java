package dev.crossfade.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a transition stands. Each phase fixes which columns an application reads and writes; only
 * neighbouring phases may be live at the same time (the protocol of Rae et al., "Online,
 * Asynchronous Schema Change in F1", VLDB 2013).
 */
@SuppressWarnings("EnumOrdinal") // The order is the protocol.
public enum Phase {
  /** Only the old column is used; the new one need not exist. */
  BEFORE(true, false),
  /** Both columns are written, the old one is read. */
  DUAL_WRITE(true, true),
  /**
   * Both columns are written; the new one is read, and the old one where the new one is still NULL.
   */
  FALLBACK_READ(true, true),
  /** Both columns are written, the new one is read. */
  NEW_READ(true, true),
  /** Only the new column is used; the old one may go. */
  AFTER(false, true);

  private static final Phase[] VALUES = values();

  private final boolean writesOld;
  private final boolean writesNew;

  Phase(boolean writesOld, boolean writesNew) {
    this.writesOld = writesOld;
    this.writesNew = writesNew;
  }

  /** Whether a write in this phase stores the old column. */
  public boolean writesOld() {
    return writesOld;
  }

  /** Whether a write in this phase stores the new column, which therefore must exist. */
  public boolean writesNew() {
    return writesNew;
  }

  /** Whether a write in this phase stores both columns. */
  public boolean dualWrites() {
    return writesOld && writesNew;
  }

  /** The column that holds the value an application asks for by the new name. */
  public ReadSource readOfNew() {
    return switch (this) {
      case BEFORE, DUAL_WRITE -> ReadSource.OLD;
      case FALLBACK_READ -> ReadSource.NEW_ELSE_OLD;
      case NEW_READ, AFTER -> ReadSource.NEW;
    };
  }

  /**
   * The column that holds the value an application asks for by the old name. In NEW_READ already
   * the new one: an instance in AFTER may live beside, and does not write the old one any more.
   */
  public ReadSource readOfOld() {
    return this == AFTER || this == NEW_READ ? ReadSource.NEW : ReadSource.OLD;
  }

  /** Whether an instance in this phase and one in {@code other} may serve at the same time. */
  public boolean mayRunBeside(Phase other) {
    return Math.abs(ordinal() - other.ordinal()) <= 1;
  }

  /** The next phase, or null after {@link #AFTER}. */
  public @Nullable Phase next() {
    return this == AFTER ? null : VALUES[ordinal() + 1];
  }

  /** The previous phase, or null before {@link #BEFORE}. */
  public @Nullable Phase previous() {
    return this == BEFORE ? null : VALUES[ordinal() - 1];
  }

  /**
   * Reads a phase's name as people write it: any case, {@code -} or {@code _}.
   *
   * @param where what the text was read from, for the error
   * @throws CrossfadeException {@code unknown-phase} if there is no such phase
   */
  public static Phase parse(String text, String where) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Phase phase : VALUES) {
      if (phase.name().equals(name)) {
        return phase;
      }
    }
    throw new CrossfadeException(
        new Problem(
            "unknown-phase",
            "\"" + text + "\" is not a phase.",
            where,
            "the phases are BEFORE, DUAL_WRITE, FALLBACK_READ, NEW_READ and AFTER",
            "write one of them"));
  }

  /** Which physical column answers a read. */
  public enum ReadSource {
    OLD,
    NEW,
    NEW_ELSE_OLD
  }
}
