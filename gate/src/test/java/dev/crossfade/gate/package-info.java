/** The gate's rules on hand-written reports. */
@NullMarked
package dev.crossfade.gate;

import org.jspecify.annotations.NullMarked;
