/**
 * What a build refuses: one final class a rule, all of them listed in {@link
 * dev.crossfade.processor.check.Checks}.
 */
@NullMarked
package dev.crossfade.processor.check;

import org.jspecify.annotations.NullMarked;
