/**
 * The proof that analysis and rewriting are right, with PostgreSQL as the oracle: statements run as
 * written where the rename is finished, and rewritten where it is under way, and must not differ.
 */
@NullMarked
package dev.crossfade.proof;

import org.jspecify.annotations.NullMarked;
