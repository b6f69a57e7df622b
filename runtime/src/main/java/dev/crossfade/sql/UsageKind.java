package dev.crossfade.sql;

/** How a statement uses a column. The names stand in reports and never change. */
public enum UsageKind {
  /** Named where its value is needed. */
  READ("read"),
  /** Named as the target of an INSERT, UPDATE, MERGE or COPY FROM. */
  WRITE("write"),
  /** Fetched by {@code *}: used only if somebody then asks the result for it. */
  STAR("star"),
  /** Part of a whole row, as in {@code SELECT t FROM t} or {@code row_to_json(t)}. */
  WHOLE_ROW("whole-row"),
  /** Written by its position, in an INSERT without a column list. */
  POSITIONAL("positional"),
  /** Named by DDL. */
  DDL("ddl"),
  /** The text holds the name, and what it does with it could not be told. */
  POSSIBLE("possible");

  private final String slug;

  UsageKind(String slug) {
    this.slug = slug;
  }

  /** The kind's name in reports and markers. */
  public String slug() {
    return slug;
  }

  /**
   * The kind with this slug.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static UsageKind ofSlug(String slug) {
    for (UsageKind kind : values()) {
      if (kind.slug.equals(slug)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no usage kind " + slug);
  }
}
