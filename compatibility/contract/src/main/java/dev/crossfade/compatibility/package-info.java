/**
 * What every framework must do through the proxy as it does without it: two versions of an
 * application over one table whose columns are being renamed, in every phase.
 */
@NullMarked
package dev.crossfade.compatibility;

import org.jspecify.annotations.NullMarked;
