/**
 * The steps of a transition in the database: expand, backfill, verify, relax, contract, and the
 * file that holds the phases. Each looks at what is there first and does only what is missing, so
 * that the same command continues after an interruption at any point.
 */
@NullMarked
package dev.crossfade.migrate;

import org.jspecify.annotations.NullMarked;
