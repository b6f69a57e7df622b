/** Connection pools: below the proxy, above it, and with its driver. */
package dev.crossfade.compatibility.pools;
