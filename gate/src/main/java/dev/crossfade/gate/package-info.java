/**
 * PASS or HOLD for the drop of a column: the question, the evidence, one class a rule, the verdict.
 * A rule is a pure function of the evidence, so that a verdict can be repeated; whatever is missing
 * from the evidence makes a rule hold.
 */
@NullMarked
package dev.crossfade.gate;

import org.jspecify.annotations.NullMarked;
