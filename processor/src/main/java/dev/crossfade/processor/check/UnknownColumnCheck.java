package dev.crossfade.processor.check;

import dev.crossfade.model.Identifier;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Renaming;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code unknown-column}: an index or constraint of the entity names a column it does not map. */
final class UnknownColumnCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    for (String mentioned : entity.mentioned()) {
      String column = Identifier.fold(mentioned);
      if (isMapped(entity, mentioned, column)) {
        continue;
      }
      Attribute renamed = renamedFrom(entity, column);
      if (renamed != null) {
        String now = Identifier.render(renamed.column().catalog());
        refuse(
            findings,
            mentioned,
            " Did you mean " + now + "?",
            renamed.name() + " maps " + now + " now; " + column + " is its old column",
            "write " + now);
      } else if (entity.generatesCode()) {
        // Without generated code there may be columns that only the ORM knows.
        List<String> names = new ArrayList<>();
        entity.attributes().forEach(attribute -> names.add(attribute.column().catalog()));
        refuse(
            findings,
            mentioned,
            DidYouMean.hint(column, names),
            "the entity maps " + String.join(", ", names),
            "correct the name");
      }
    }
  }

  private static void refuse(
      Findings findings, String mentioned, String hint, String why, String remedy) {
    findings.refuse(
        "unknown-column",
        "@Table names the column " + mentioned + ", which no attribute maps." + hint,
        why,
        remedy);
  }

  // Hibernate takes the column's or the attribute's name here.
  private static boolean isMapped(Entity entity, String mentioned, String column) {
    for (Attribute attribute : entity.attributes()) {
      if (attribute.column().catalog().equals(column) || attribute.name().equals(mentioned)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Attribute renamedFrom(Entity entity, String column) {
    for (Attribute attribute : entity.attributes()) {
      Renaming renaming = attribute.renaming();
      if (renaming != null && renaming.from().catalog().equals(column)) {
        return attribute;
      }
    }
    return null;
  }
}
