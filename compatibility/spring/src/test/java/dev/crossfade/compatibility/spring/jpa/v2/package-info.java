/** The mappings of V2: they know {@code people.display_name} and {@code notes.content} only. */
package dev.crossfade.compatibility.spring.jpa.v2;
