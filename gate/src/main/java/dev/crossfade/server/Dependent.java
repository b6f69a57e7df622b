package dev.crossfade.server;

/**
 * Something in the database that depends on a column. Immutable.
 *
 * @param kind what it is
 * @param name its name, with its schema where it has one; what an operator accepts it by
 * @param description the server's own description of it
 * @param effect what dropping the column does to it
 */
public record Dependent(Kind kind, String name, String description, Effect effect) {

  /** What it is. */
  public enum Kind {
    VIEW("view"),
    MATERIALIZED_VIEW("materialized view"),
    RULE("rule"),
    POLICY("policy"),
    TRIGGER("trigger"),
    GENERATED_COLUMN("generated column"),
    INDEX("index"),
    PRIMARY_KEY("primary key"),
    UNIQUE("unique constraint"),
    CHECK("check constraint"),
    EXCLUSION("exclusion constraint"),
    FOREIGN_KEY("foreign key"),
    INCOMING_FOREIGN_KEY("foreign key of another table"),
    STATISTICS("extended statistics"),
    PUBLICATION("publication"),
    SEQUENCE("owned sequence"),
    FUNCTION("function"),
    PARTITION_KEY("partition key"),
    OTHER("object");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The kind as people say it. */
    public String text() {
      return text;
    }
  }

  /** What DROP COLUMN does to it. */
  public enum Effect {
    /** The server refuses the drop because of it. */
    REFUSES,
    /** The server drops it along, without a word, though it serves more than this column. */
    TAKEN_AWAY,
    /** It serves this column alone and rightly goes with it. */
    GOES_ALONG,
    /** It reads whole rows of the table, which lose a field: the server does not refuse that. */
    LOSES_A_FIELD,
    /** Its text names the column and the table: it may fail when it next runs. */
    MAY_BREAK,
    /** Its text holds the column's name, and nothing shows that this table's column is meant. */
    MENTIONS
  }
}
