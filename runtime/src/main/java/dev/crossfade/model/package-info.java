/**
 * The words of a transition: phases and their rules, tables, columns, and the problems we report.
 * Depends on nothing.
 */
@NullMarked
package dev.crossfade.model;

import org.jspecify.annotations.NullMarked;
