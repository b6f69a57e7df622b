/**
 * The operator's connection to a PostgreSQL server, and what its catalog says of a table, its
 * columns, its indexes and everything that depends on a column. Reads only; knows nothing of the
 * gate or of migrations.
 */
@NullMarked
package dev.crossfade.server;

import org.jspecify.annotations.NullMarked;
