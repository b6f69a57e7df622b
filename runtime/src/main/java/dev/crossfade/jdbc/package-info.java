/**
 * The JDBC proxy: PostgreSQL's driver with every statement rewritten for the phase. Depends on the
 * rewriting.
 */
@NullMarked
package dev.crossfade.jdbc;

import org.jspecify.annotations.NullMarked;
