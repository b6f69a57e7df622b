/** What the catalog says, compared with what the server does. */
@NullMarked
package dev.crossfade.server;

import org.jspecify.annotations.NullMarked;
