package dev.crossfade.processor.model;

import dev.crossfade.model.Identifier;

/**
 * A table's or column's name, and who said so. Immutable.
 *
 * @param written as it stands in the annotation, or the Java name that the default was made from
 * @param catalog as PostgreSQL's catalog has it
 * @param origin who named it
 */
public record StatedName(String written, String catalog, Origin origin) {

  /** Who named a table or column. */
  public enum Origin {
    JPA("JPA's annotation"),
    CROSSFADE("Crossfade's annotation"),
    SPRING_DATA("Spring Data's annotation"),
    DEFAULT("the default of Spring and Hibernate");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    /** For a sentence. */
    public String words() {
      return words;
    }
  }

  /** A name from an annotation whose quoting is PostgreSQL's. */
  public static StatedName folded(String written, Origin origin) {
    return new StatedName(written, Identifier.fold(written), origin);
  }

  /** Whether it stands in quotes, which keep it as it is. */
  public boolean isQuoted() {
    return !written.isEmpty() && (written.charAt(0) == '"' || written.charAt(0) == '`');
  }
}
