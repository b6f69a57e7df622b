package dev.crossfade.agent.usage;

/** A reason why the report may lack a usage. The slugs stand in reports and never change. */
public enum Blindness {
  /** A statement that names a tracked column and could not be parsed. */
  UNPARSED("unparsed"),
  /** A bound on distinct statements or call sites was reached. */
  OVERFLOW("overflow"),
  /** The agent came after the application had started. */
  ATTACHED_LATE("attached-late"),
  /** A report could not be written. */
  FLUSH_FAILED("flush-failed"),
  /** A class could not be woven, or woven code failed. */
  HOOK_FAILED("hook-failed"),
  /** Another PostgreSQL client is in use. */
  UNHOOKED_DRIVER("unhooked-driver"),
  /** An option was ignored. */
  BAD_OPTION("bad-option"),
  /** A transition descriptor could not be read. */
  BAD_DESCRIPTOR("bad-descriptor");

  private final String slug;

  Blindness(String slug) {
    this.slug = slug;
  }

  /** The reason's name in reports. */
  public String slug() {
    return slug;
  }
}
