package dev.crossfade.processor.check;

import dev.crossfade.model.Identifier;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Renaming;

/** {@code same-column}: a rename needs two names. */
final class SameColumnCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    for (Attribute attribute : entity.attributes()) {
      Renaming renaming = attribute.renaming();
      String column = attribute.column().catalog();
      if (renaming != null && renaming.from().catalog().equals(column)) {
        findings.refuse(
            attribute,
            renaming,
            "same-column",
            "The old and the new column are both " + Identifier.render(column) + ".",
            "a rename needs two different names",
            "name the old column in from, and the new one by the field's name or @Column");
      }
    }
  }
}
