/**
 * A socket that leads nowhere: pgjdbc talks its own protocol over it and is answered from memory,
 * so that the real driver, with the agent in it, is measured without network and server.
 */
@NullMarked
package dev.crossfade.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
