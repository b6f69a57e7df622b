/**
 * Statements rewritten for a phase, one file a rewrite, or refused. Depends on the SQL analysis,
 * the phases and the model.
 */
@NullMarked
package dev.crossfade.rewrite;

import org.jspecify.annotations.NullMarked;
