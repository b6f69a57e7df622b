/** jOOQ through the proxy, with table classes as its generator writes them. */
package dev.crossfade.compatibility.jooq;
