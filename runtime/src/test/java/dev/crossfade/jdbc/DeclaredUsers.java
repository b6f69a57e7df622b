package dev.crossfade.jdbc;

import dev.crossfade.model.Transition;
import dev.crossfade.model.TransitionProvider;
import java.util.List;

/** What a processor would have generated for {@link Users}. */
public final class DeclaredUsers implements TransitionProvider {

  @Override
  public List<Transition> transitions() {
    return List.of(Users.RENAME);
  }
}
