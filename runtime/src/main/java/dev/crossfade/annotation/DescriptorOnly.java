package dev.crossfade.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the transition's descriptor and for no generated code: for an entity that only an ORM
 * behind the JDBC proxy reads and writes.
 *
 * <p>Such an entity may have what generated code can not handle: associations, embedded values,
 * converters, private fields without accessors. Holds for subclasses too.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DescriptorOnly {}
