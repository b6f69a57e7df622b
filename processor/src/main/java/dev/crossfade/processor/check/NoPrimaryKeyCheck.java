package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import java.util.List;
import java.util.Locale;

/** {@code no-primary-key}: without one an UPDATE can not say which row. */
final class NoPrimaryKeyCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    // An embedded or inherited key is refused as a mapping already.
    boolean supported =
        entity.unsupported() == null
            && entity.attributes().stream().allMatch(attribute -> attribute.unsupported() == null);
    if (supported && entity.keys().isEmpty()) {
      List<String> candidates =
          entity.attributes().stream()
              .map(Attribute::name)
              .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("id"))
              .toList();
      findings.refuse(
          "no-primary-key",
          "No attribute is the primary key."
              + (candidates.isEmpty() ? "" : " Did you mean " + candidates.get(0) + "?"),
          "an UPDATE could not say which row it means",
          "annotate the key's attribute @Id, JPA's or Spring Data's, or call it id");
    }
  }
}
