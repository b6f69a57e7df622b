/** Spring through the proxy. */
package dev.crossfade.compatibility.spring;
