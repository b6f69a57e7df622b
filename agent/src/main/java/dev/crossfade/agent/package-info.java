/**
 * The {@code -javaagent}: reads its options, connects the hooks to the recorder and starts the
 * reporter. It fails open: whatever goes wrong here, the application starts and runs as without it.
 */
@NullMarked
package dev.crossfade.agent;

import org.jspecify.annotations.NullMarked;
