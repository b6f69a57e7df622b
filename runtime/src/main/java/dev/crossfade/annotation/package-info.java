/** What a developer writes on an entity: this column is in transition. */
@NullMarked
package dev.crossfade.annotation;

import org.jspecify.annotations.NullMarked;
