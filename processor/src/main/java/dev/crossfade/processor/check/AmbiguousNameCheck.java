package dev.crossfade.processor.check;

import dev.crossfade.processor.model.DefaultNaming;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.StatedName;
import dev.crossfade.processor.model.StatedName.Origin;

/**
 * {@code ambiguous-name}: a name in camel case that is one column to Hibernate, another to Spring
 * Boot or to another version of Hibernate.
 */
final class AmbiguousNameCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    Names.visit(
        entity,
        findings,
        (name, what, refusal) -> {
          String other = otherReading(name);
          if (BadNameCheck.isGood(name) && !other.equals(name.catalog())) {
            boolean stated = name.origin() != Origin.DEFAULT;
            refusal.refuse(
                "ambiguous-name",
                "The " + what + " " + name.written() + " can be read in two ways.",
                stated
                    ? "PostgreSQL and Hibernate alone make it "
                        + name.catalog()
                        + ", Spring Boot makes it "
                        + other
                    : "older versions of Hibernate make it "
                        + name.catalog()
                        + ", newer ones "
                        + other,
                stated
                    ? "write \""
                        + other
                        + "\" or \""
                        + name.catalog()
                        + "\", as the database has it"
                    : "state it as the database has it: "
                        + (what.equals("table") ? "@Table" : "@Column")
                        + "(name = \""
                        + other
                        + "\")");
          }
        });
  }

  private static String otherReading(StatedName name) {
    if (name.isQuoted() || name.origin() == Origin.SPRING_DATA) {
      return name.catalog();
    }
    return name.origin() == Origin.DEFAULT
        ? DefaultNaming.snakeCaseByNewerRule(name.written())
        : DefaultNaming.snakeCase(name.written().strip());
  }
}
