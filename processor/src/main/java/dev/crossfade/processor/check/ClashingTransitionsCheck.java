package dev.crossfade.processor.check;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Renaming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code clashing-transitions}: two transitions of one column, in this entity or in another of this
 * compilation that maps the same table. What modules declare is compared when they are loaded.
 */
final class ClashingTransitionsCheck implements Check {

  private final List<Known> known = new ArrayList<>();

  private record Known(Transition transition, String where) {}

  @Override
  public void check(Entity entity, Findings findings) {
    List<Attribute> attributes = entity.inTransition();
    List<Transition> transitions = entity.transitions();
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      Renaming renaming = attribute.renaming();
      Known other = clashing(transitions.get(i));
      if (other == null) {
        known.add(new Known(transitions.get(i), entity.where(attribute)));
      } else if (renaming != null) {
        findings.refuse(
            attribute,
            renaming,
            "clashing-transitions",
            "This is the second transition of a column: "
                + other.where()
                + " declares "
                + other.transition().describe()
                + " in "
                + other.transition().declaredPhase()
                + ".",
            "neither could say which of them a write belongs to",
            "finish the first before you declare the second; where both are meant to be the same,"
                + " give them the same names and phase");
      }
    }
  }

  private @Nullable Known clashing(Transition transition) {
    for (Known other : known) {
      if (clash(other.transition(), transition)) {
        return other;
      }
    }
    return null;
  }

  private static boolean clash(Transition one, Transition other) {
    try {
      Transitions.of(List.of(one, other));
      return false;
    } catch (CrossfadeException clash) {
      return true;
    }
  }
}
