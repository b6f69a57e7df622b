/**
 * A JDBC driver without a database, written so that it costs nearly nothing: what is measured
 * around it is ours. Its answers serve {@code dev.crossfade.benchmarks.memory} too.
 */
@NullMarked
package dev.crossfade.benchmarks.stub;

import org.jspecify.annotations.NullMarked;
