/**
 * What woven code calls. These classes are defined in the boot class loader, where every class
 * loader finds them, and so refer to nothing but the JDK.
 */
@NullMarked
package dev.crossfade.agent.bridge;

import org.jspecify.annotations.NullMarked;
