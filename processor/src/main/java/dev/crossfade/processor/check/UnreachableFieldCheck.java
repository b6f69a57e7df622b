package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Access;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Entity.Construction;
import java.util.List;

/** {@code unreachable-field}: generated code uses no reflection. */
final class UnreachableFieldCheck implements Check {

  static final String ID = "unreachable-field";

  @Override
  public void check(Entity entity, Findings findings) {
    for (Attribute attribute : entity.attributes()) {
      if (attribute.getter() == null) {
        refuse(entity, attribute, "get", "read", findings);
      } else if (attribute.setter() == null && entity.construction() == Construction.NO_ARGUMENTS) {
        refuse(entity, attribute, "set", "set", findings);
      }
    }
  }

  // One with the right name is private, or for another type: the reason says so.
  private static List<String> others(String accessor, String prefix, List<String> names) {
    return names.stream()
        .filter(name -> name.startsWith(prefix) && !name.equals(accessor))
        .toList();
  }

  private static void refuse(
      Entity entity, Attribute attribute, String prefix, String verb, Findings findings) {
    String name = attribute.name();
    String accessor = prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    findings.refuse(
        attribute,
        ID,
        "Generated code can not "
            + verb
            + " "
            + name
            + "."
            + DidYouMean.hint(accessor, others(accessor, prefix, attribute.accessorNames())),
        entity.access() == Access.PROPERTY
            ? "there is no " + accessor + " for its type that is not private"
            : "the field is private or final, and there is no "
                + accessor
                + " for its type that is not private",
        "add " + accessor + ", widen the field's access, or make the class a record");
  }
}
