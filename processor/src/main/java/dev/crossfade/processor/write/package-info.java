/** Writes what the checks let through: the entity's access class, the provider, the descriptor. */
@NullMarked
package dev.crossfade.processor.write;

import org.jspecify.annotations.NullMarked;
