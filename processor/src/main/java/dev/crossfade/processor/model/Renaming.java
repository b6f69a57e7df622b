package dev.crossfade.processor.model;

import dev.crossfade.model.Phase;
import javax.lang.model.element.AnnotationMirror;

/**
 * One {@code @RenamedColumn}. Immutable.
 *
 * @param mirror the annotation, to point at
 * @param from the old column
 * @param phase the declared phase
 */
public record Renaming(AnnotationMirror mirror, StatedName from, Phase phase) {}
