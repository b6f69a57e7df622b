/** Jdbi through the proxy. */
package dev.crossfade.compatibility.jdbi;
