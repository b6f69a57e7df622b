/** The command line as a user types it. */
@NullMarked
package dev.crossfade.cli;

import org.jspecify.annotations.NullMarked;
