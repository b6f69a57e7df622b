package dev.crossfade.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the table of an entity that has no {@code jakarta.persistence.Table}; same meaning, same
 * defaults.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Table {

  /** The table's name; quoting as in {@link RenamedColumn#from()}. */
  String name();

  /** The table's schema, or empty to let the connection's {@code search_path} decide. */
  String schema() default "";
}
