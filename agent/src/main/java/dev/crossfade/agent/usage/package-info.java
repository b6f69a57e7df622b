/**
 * What the agent knows: which columns it tracks, what each statement does with them, and how often
 * and from where that happened. Bounded in memory whatever the application executes.
 */
@NullMarked
package dev.crossfade.agent.usage;

import org.jspecify.annotations.NullMarked;
