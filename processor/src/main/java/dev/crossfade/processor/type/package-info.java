/** The Java types that a column can be, and the JDBC calls that read and bind each. */
@NullMarked
package dev.crossfade.processor.type;

import org.jspecify.annotations.NullMarked;
