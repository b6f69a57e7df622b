/**
 * Reads entities from the compiler's elements. Decides nothing: what is wrong is left to the
 * checks.
 */
@NullMarked
package dev.crossfade.processor.read;

import org.jspecify.annotations.NullMarked;
