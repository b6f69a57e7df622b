/** What the proxy has done so far, to be shown to people. Depends on the model. */
@NullMarked
package dev.crossfade.activity;

import org.jspecify.annotations.NullMarked;
