/**
 * Crossfade in a Spring Boot application: data sources are wrapped, phases and strictness come from
 * the application's properties, and an actuator endpoint shows what is going on. Knows what Spring
 * Boot 3.5 and 4 have in common only.
 */
@NullMarked
package dev.crossfade.spring;

import org.jspecify.annotations.NullMarked;
