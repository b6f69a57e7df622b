/**
 * The usage report: its text (docs/report-format.md), its file, and the thread that keeps it up to
 * date. Nothing here runs on the application's threads.
 */
@NullMarked
package dev.crossfade.agent.report;

import org.jspecify.annotations.NullMarked;
