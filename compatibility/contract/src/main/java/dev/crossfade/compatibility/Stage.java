package dev.crossfade.compatibility;

import static dev.crossfade.compatibility.Version.V1;
import static dev.crossfade.compatibility.Version.V2;

import dev.crossfade.model.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two instances of the application over one database, as they may live side by side.
 *
 * @param name what it is called in a report
 * @param layout which columns exist
 * @param older the instance that is behind
 * @param newer the instance that is ahead, or in the same phase
 */
public record Stage(String name, Layout layout, Instance older, Instance newer) {

  /**
   * A process of the application.
   *
   * @param version the columns that it knows
   * @param phase its proxy's phase, or null where it has no proxy: the control
   */
  public record Instance(Version version, @Nullable Phase phase) {

    /** Whether what it writes is stored in both columns. */
    boolean writesBoth() {
      return phase != null && phase.dualWrites();
    }

    @Override
    public String toString() {
      return version + (phase == null ? " without the proxy" : " in " + phase);
    }
  }

  /** One of the two instances. */
  public enum Side {
    OLDER,
    NEWER;

    public Side other() {
      return this == OLDER ? NEWER : OLDER;
    }
  }

  public Instance instance(Side side) {
    return side == Side.OLDER ? older : newer;
  }

  /** Every stage that a rename passes, and the same without it and without the proxy. */
  public static List<Stage> all() {
    List<Stage> stages = new ArrayList<>();
    stages.add(control(Layout.ORIGINAL, V1));
    stages.add(together(Layout.ORIGINAL, Phase.BEFORE));
    stages.add(together(Layout.EXPANDED, Phase.BEFORE));
    for (Phase phase : Phase.values()) {
      Phase next = phase.next();
      if (next != null) {
        Layout layout = next == Phase.AFTER ? Layout.RELAXED : Layout.EXPANDED;
        stages.add(of(layout, new Instance(V1, phase), new Instance(V2, next)));
        if (next != Phase.AFTER) {
          stages.add(together(layout, next));
        }
      }
    }
    stages.add(together(Layout.RELAXED, Phase.AFTER));
    stages.add(together(Layout.CONTRACTED, Phase.AFTER));
    stages.add(control(Layout.CONTRACTED, V2));
    return stages;
  }

  private static Stage control(Layout layout, Version version) {
    return of(layout, new Instance(version, null), new Instance(version, null));
  }

  private static Stage together(Layout layout, Phase phase) {
    return of(layout, new Instance(V1, phase), new Instance(V2, phase));
  }

  private static Stage of(Layout layout, Instance older, Instance newer) {
    return new Stage(older + ", " + newer + ", " + layout, layout, older, newer);
  }

  /** The phase that decides what is promised of the rows: the newer one's. */
  Phase ahead() {
    if (newer.phase() != null) {
      return newer.phase();
    }
    return layout == Layout.ORIGINAL ? Phase.BEFORE : Phase.AFTER;
  }

  /** Whether an instance here may have left the old column behind. */
  boolean oldMayBeStale() {
    return ahead() == Phase.AFTER;
  }

  @Override
  public String toString() {
    return name;
  }
}
