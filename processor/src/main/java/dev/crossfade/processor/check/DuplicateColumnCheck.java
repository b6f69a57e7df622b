package dev.crossfade.processor.check;

import dev.crossfade.model.Identifier;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Renaming;
import dev.crossfade.processor.model.StatedName.Origin;
import java.util.List;

/** {@code duplicate-column}: two attributes that write one column overwrite each other. */
final class DuplicateColumnCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    List<Attribute> attributes =
        entity.attributes().stream().filter(DuplicateColumnCheck::isOwnColumn).toList();
    for (int i = 0; i < attributes.size(); i++) {
      Attribute attribute = attributes.get(i);
      for (Attribute earlier : attributes.subList(0, i)) {
        if (earlier.column().catalog().equals(attribute.column().catalog())) {
          findings.refuse(
              attribute,
              "duplicate-column",
              earlier.name() + " and " + attribute.name() + " both map " + column(attribute) + ".",
              "each would overwrite what the other wrote",
              "map one of them to another column, or make it transient");
        }
      }
      Renaming renaming = attribute.renaming();
      for (int j = 0; j < attributes.size(); j++) {
        Attribute other = attributes.get(j);
        if (renaming != null
            && i != j
            && other.column().catalog().equals(renaming.from().catalog())) {
          findings.refuse(
              attribute,
              renaming,
              "duplicate-column",
              "The old column " + column(other) + " is still mapped, by " + other.name() + ".",
              "the transition writes it too, and one would overwrite the other",
              "remove " + other.name() + " and use " + attribute.name() + " instead");
        }
      }
    }
  }

  // JPA allows a second, read-only mapping; and what has no column of its own has no name either.
  private static boolean isOwnColumn(Attribute attribute) {
    boolean written = attribute.use().inserted() || attribute.use().updated();
    boolean named =
        attribute.unsupported() == null || attribute.column().origin() != Origin.DEFAULT;
    return written && named;
  }

  private static String column(Attribute attribute) {
    return Identifier.render(attribute.column().catalog());
  }
}
