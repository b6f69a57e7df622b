/** Which phase each transition is in, in this JVM, now. Depends on the model only. */
@NullMarked
package dev.crossfade.phase;

import org.jspecify.annotations.NullMarked;
