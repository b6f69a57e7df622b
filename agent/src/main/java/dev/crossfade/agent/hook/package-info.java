/**
 * Where the agent listens: one {@code XInstrumentation} a class that it weaves. Woven code calls
 * {@link dev.crossfade.agent.bridge.Bridge} and decides nothing.
 */
@NullMarked
package dev.crossfade.agent.hook;

import org.jspecify.annotations.NullMarked;
