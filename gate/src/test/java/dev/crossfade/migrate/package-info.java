/** The steps of a transition, each on a real PostgreSQL. */
@NullMarked
package dev.crossfade.migrate;

import org.jspecify.annotations.NullMarked;
