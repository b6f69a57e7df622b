package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;

/**
 * One use of a tracked column by a statement. Immutable.
 *
 * @param column the tracked column, as it was declared
 * @param kind how it is used
 */
public record Usage(ColumnName column, UsageKind kind) {}
