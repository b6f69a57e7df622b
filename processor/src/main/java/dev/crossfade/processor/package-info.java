/** Compile time: annotated entities are read, checked and written as code and descriptors. */
@NullMarked
package dev.crossfade.processor;

import org.jspecify.annotations.NullMarked;
