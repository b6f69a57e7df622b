package dev.crossfade.benchmarks.stub;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a query. Immutable, if nobody writes into {@link #cells}. */
public final class Rows {

  /** The answer to a statement that is no query. */
  public static final Rows NONE = new Rows(List.of());

  private final List<String> labels;
  private final @Nullable Object[][] cells;

  /**
   * @param cells each row's values: String, Long, Boolean or null
   */
  Rows(List<String> labels, @Nullable Object[]... cells) {
    this.labels = List.copyOf(labels);
    this.cells = cells;
  }

  /** The columns' labels. */
  public List<String> labels() {
    return labels;
  }

  /** Each row's values, to be read only. */
  public @Nullable Object[][] cells() {
    return cells;
  }
}
