package dev.crossfade.compatibility.pools;

import dev.crossfade.compatibility.Fleet;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.model.TransitionProvider;
import java.util.List;

/** What the annotation processor would have generated for the contract's tables. */
public final class DeclaredRenames implements TransitionProvider {

  @Override
  public List<Transition> transitions() {
    return Fleet.phases(Phase.BEFORE).transitions().all();
  }
}
