package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Renaming;

/** {@code empty-from}: a rename needs the old name. */
final class EmptyFromCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    for (Attribute attribute : entity.attributes()) {
      Renaming renaming = attribute.renaming();
      if (renaming != null && renaming.from().catalog().isBlank()) {
        findings.refuse(
            attribute,
            renaming,
            "empty-from",
            "@RenamedColumn does not say which column it renames.",
            "from is empty",
            "name the old column: @RenamedColumn(from = \"old_name\")");
      }
    }
  }
}
