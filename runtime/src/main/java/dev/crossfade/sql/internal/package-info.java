/**
 * What the resolver finds in a syntax tree: shared by the analysis and the rewriting, not for
 * anybody else.
 */
@NullMarked
package dev.crossfade.sql.internal;

import org.jspecify.annotations.NullMarked;
