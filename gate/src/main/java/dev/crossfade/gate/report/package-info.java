/**
 * Reads the usage reports that agents write ({@code docs/report-format.md}). What can not be read
 * is kept as a {@link dev.crossfade.gate.report.Rejected}, never skipped: the gate must not mistake
 * a lost report for an unused column.
 */
@NullMarked
package dev.crossfade.gate.report;

import org.jspecify.annotations.NullMarked;
