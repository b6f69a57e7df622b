/** Where a service begins: {@link dev.crossfade.Crossfade}. */
@NullMarked
package dev.crossfade;

import org.jspecify.annotations.NullMarked;
