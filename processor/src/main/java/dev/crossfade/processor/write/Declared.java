package dev.crossfade.processor.write;

import dev.crossfade.model.Transition;

/**
 * A transition and the entity that declares it. Immutable.
 *
 * @param entity the entity's class name
 */
public record Declared(Transition transition, String entity) {}
