/** What generated code calls. Applications do not use it by hand. */
@NullMarked
package dev.crossfade.generated;

import org.jspecify.annotations.NullMarked;
