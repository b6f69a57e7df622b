/**
 * What an SQL text reads and writes: masking, parsing, scopes and lineage, the catalog it is
 * resolved against. Depends on the model only.
 */
@NullMarked
package dev.crossfade.sql;

import org.jspecify.annotations.NullMarked;
