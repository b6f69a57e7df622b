package dev.crossfade.activity;

/** What became of a statement over a table in transition. */
public enum RewriteKind {
  /** It stores both columns. */
  DUAL_WRITE("dual-write"),
  /** It names other columns than the application did, or lists those that the phase promises. */
  REDIRECTED("redirected"),
  /** It was proven to mean the right thing as it is. */
  UNCHANGED("unchanged");

  private final String slug;

  RewriteKind(String slug) {
    this.slug = slug;
  }

  /** The kind's name where it is shown. */
  public String slug() {
    return slug;
  }
}
