/**
 * The {@code crossfade} command line: one class a command, options shared as mixins. Exit codes: 0
 * done or PASS, 1 HOLD or refused, 2 bad usage.
 */
@NullMarked
package dev.crossfade.cli;

import org.jspecify.annotations.NullMarked;
