/**
 * What Crossfade costs: one class per question, each with its baseline beside the candidate, and
 * {@link dev.crossfade.benchmarks.Main} that runs them and prints the ratios.
 */
@NullMarked
package dev.crossfade.benchmarks;

import org.jspecify.annotations.NullMarked;
