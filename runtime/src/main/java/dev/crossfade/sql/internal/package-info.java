/**
 * The parse tree and what the resolver found in it: shared by the analysis and the rewriting, not
 * for anybody else. The one place that knows the grammar.
 */
@NullMarked
package dev.crossfade.sql.internal;

import org.jspecify.annotations.NullMarked;
