/**
 * The demo: one rename of a live table's column, from start to end, with the real commands and the
 * real agent, under a load that checks every answer.
 */
@NullMarked
package dev.crossfade.demo;

import org.jspecify.annotations.NullMarked;
