/**
 * Measures how transparent the JDBC proxy is: pgjdbc's own tests, directly and through it. Not part
 * of the ordinary tests; {@code run.sh} starts {@link dev.crossfade.pgjdbc.Suite}.
 */
@NullMarked
package dev.crossfade.pgjdbc;

import org.jspecify.annotations.NullMarked;
