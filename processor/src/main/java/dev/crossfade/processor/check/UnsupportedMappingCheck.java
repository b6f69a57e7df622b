package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;

/** {@code unsupported-mapping}: the ORM would store something else than generated code does. */
final class UnsupportedMappingCheck implements Check {

  private static final String REMEDY =
      "annotate the class @DescriptorOnly: the JDBC proxy serves such an entity, generated code"
          + " does not";

  @Override
  public void check(Entity entity, Findings findings) {
    String onClass = entity.unsupported();
    if (onClass != null) {
      findings.refuse(
          "unsupported-mapping",
          "Generated code can not honour " + onClass + ".",
          "its rows hold more than the class's own attributes say",
          REMEDY);
    }
    for (Attribute attribute : entity.attributes()) {
      if (attribute.unsupported() != null) {
        findings.refuse(
            attribute,
            "unsupported-mapping",
            "Generated code can not honour " + attribute.unsupported() + ".",
            "the column does not simply hold the attribute's value, or there is none",
            REMEDY);
      }
    }
  }
}
