package dev.crossfade.model;

/**
 * Something that went wrong, told to the person who must act: a slug that never changes, where it
 * is, why it matters and what to do. Holds names of tables and columns, never a bound value or a
 * literal. Immutable.
 *
 * @param id the slug, also the name of its page in {@code docs}
 * @param message one sentence
 * @param where the table, file, statement or element
 * @param why what would go wrong
 * @param remedy the next thing to do or type
 */
public record Problem(String id, String message, String where, String why, String remedy) {

  public Problem {
    if (!id.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("not a slug: " + id);
    }
  }

  /** The whole text, over several lines, without a trailing line break. */
  public String render() {
    return "["
        + id
        + "] "
        + message
        + "\n  where: "
        + where
        + "\n  why:   "
        + why
        + "\n  do:    "
        + remedy
        + "\n  see:   docs/problems/"
        + id
        + ".md";
  }
}
