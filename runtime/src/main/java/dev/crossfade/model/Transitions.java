package dev.crossfade.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A set of transitions that do not clash. Immutable, in a stable order; safe for use by several
 * threads.
 */
public final class Transitions {

  private static final Transitions NONE = new Transitions(List.of());

  private final List<Transition> all;

  private Transitions(List<Transition> all) {
    this.all = all;
  }

  /** No transition at all. */
  public static Transitions none() {
    return NONE;
  }

  /**
   * Checks and keeps {@code declared}. The same transition declared twice (two modules that share
   * an entity) counts once.
   *
   * @throws CrossfadeException {@code clashing-transitions} if two different ones share a column of
   *     a table
   */
  public static Transitions of(Collection<? extends Transition> declared) {
    List<Transition> kept = new ArrayList<>();
    for (Transition candidate : declared) {
      boolean known = false;
      for (Transition other : kept) {
        if (candidate.equals(other)) {
          known = true;
        } else if (clash(candidate, other)) {
          throw new CrossfadeException(
              new Problem(
                  "clashing-transitions",
                  "Two transitions use the same column.",
                  other.describe() + " and " + candidate.describe(),
                  "neither could say which of them a write belongs to",
                  "finish the first before you declare the second"));
        }
      }
      if (!known) {
        kept.add(candidate);
      }
    }
    return new Transitions(List.copyOf(kept));
  }

  /** Merges what every {@link TransitionProvider} visible to {@code loader} declares. */
  public static Transitions load(@Nullable ClassLoader loader) {
    List<Transition> declared = new ArrayList<>();
    for (TransitionProvider provider : ServiceLoader.load(TransitionProvider.class, loader)) {
      declared.addAll(provider.transitions());
    }
    return of(declared);
  }

  /** All of them. */
  public List<Transition> all() {
    return all;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * The transition that answers to {@code name}, by its new or old column.
   *
   * @throws CrossfadeException {@code unknown-transition} if none does or several do
   */
  public Transition get(ColumnName name) {
    Transition found = null;
    for (Transition transition : all) {
      if (transition.answersTo(name)) {
        if (found != null) {
          throw unknown(name, "several transitions answer to it: name the schema too");
        }
        found = transition;
      }
    }
    if (found == null) {
      throw unknown(
          name,
          all.isEmpty()
              ? "no transition is declared on this class path"
              : "declared are "
                  + String.join(", ", all.stream().map(Transition::describe).toList()));
    }
    return found;
  }

  private static CrossfadeException unknown(ColumnName name, String why) {
    return new CrossfadeException(
        new Problem(
            "unknown-transition",
            "No one transition is called " + name + ".",
            name.toString(),
            why,
            "correct the name, or annotate the field and build again"));
  }

  private static boolean clash(Transition one, Transition other) {
    return one.table().mayBe(other.table())
        && (one.oldColumn().equals(other.oldColumn())
            || one.oldColumn().equals(other.newColumn())
            || one.newColumn().equals(other.oldColumn())
            || one.newColumn().equals(other.newColumn()));
  }
}
