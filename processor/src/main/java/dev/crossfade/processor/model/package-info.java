/**
 * What was read from an entity's source, right or wrong: the input of the checks and of the
 * writers.
 */
@NullMarked
package dev.crossfade.processor.model;

import org.jspecify.annotations.NullMarked;
