package dev.crossfade.annotation;

import dev.crossfade.model.Phase;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the annotated field's column is a rename, in transition, of an existing column of
 * the same type.
 *
 * <p>Put it on the field (or record component) that maps the <em>new</em> column; {@link #from()}
 * names the old one. The processor then generates dual-write and fallback-read code and the
 * transition descriptor that the JDBC proxy and the {@code crossfade} commands read.
 *
 * <pre>{@code
 * @Table(name = "users")
 * record User(long id, @RenamedColumn(from = "full_name") String displayName) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface RenamedColumn {

  /**
   * The old column's name. Unquoted names fold to lower case as PostgreSQL folds them; a name in
   * double quotes or backticks is taken exactly.
   */
  String from();

  /**
   * The phase in which this build of the service starts; configuration overrides it and may change
   * it while running.
   */
  Phase phase() default Phase.BEFORE;
}
