package dev.crossfade.gate.report;

/** How an application used a column, as {@code usage} lines name it. */
public enum Use {
  READ("read", true, false),
  WRITE("write", false, true),
  /** Came with {@code *} and nobody has asked the result for it: not a use. */
  FETCHED("fetched", false, false),
  /** Came with {@code *} and a getter asked for it. */
  CONSUMED("consumed", true, false),
  WHOLE_ROW("whole-row", true, false),
  POSITIONAL("positional", false, true),
  DDL("ddl", false, true),
  /** What the statement does with the name could not be told, so it may do both. */
  POSSIBLE("possible", true, true);

  private final String slug;
  private final boolean reads;
  private final boolean writes;

  Use(String slug, boolean reads, boolean writes) {
    this.slug = slug;
    this.reads = reads;
    this.writes = writes;
  }

  /** The name in reports. */
  public String slug() {
    return slug;
  }

  /** Whether it would fail, or miss a value, without the column. */
  public boolean reads() {
    return reads;
  }

  /** Whether it stores into the column or changes it. */
  public boolean writes() {
    return writes;
  }

  static Use ofSlug(String slug) throws BadLine {
    for (Use use : values()) {
      if (use.slug.equals(slug)) {
        return use;
      }
    }
    throw new BadLine("field \"kind\" holds no known kind of use");
  }
}
