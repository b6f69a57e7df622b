/** Spring Data JPA. */
package dev.crossfade.compatibility.spring.jpa;
