/**
 * Reads SQL as PostgreSQL 13 to 18 do: a lexer, a parser by recursive descent, and the tree they
 * make, whose nodes know their offsets in the text. Nothing is cached and nothing is shared.
 */
@NullMarked
package dev.crossfade.sql.syntax;

import org.jspecify.annotations.NullMarked;
