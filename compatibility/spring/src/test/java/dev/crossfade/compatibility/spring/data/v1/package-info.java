/** The mappings of V1: they know {@code people.full_name} and {@code notes.body} only. */
package dev.crossfade.compatibility.spring.data.v1;
