package dev.crossfade.model;

import java.util.List;

/**
 * The transitions that one compilation declared. The processor generates an implementation and
 * registers it for {@link java.util.ServiceLoader}; several modules on one class path merge in
 * {@link Transitions#load}.
 */
public interface TransitionProvider {

  /** The declared transitions, in source order. Thread-safe. */
  List<Transition> transitions();
}
