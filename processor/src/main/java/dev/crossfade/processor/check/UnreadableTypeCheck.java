package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;

/** {@code unreadable-type}: JDBC has no call that reads and binds it. */
final class UnreadableTypeCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    for (Attribute attribute : entity.attributes()) {
      if (attribute.type() == null && attribute.unsupported() == null) {
        findings.refuse(
            attribute,
            "unreadable-type",
            "Generated code can not read a column into " + attribute.javaType() + ".",
            "it reads primitives and their wrappers, String, BigDecimal, UUID, byte[], java.time's"
                + " and java.sql's dates and times, and enums that it can name",
            "use such a type; make the field transient if no column holds it; or annotate the class"
                + " @DescriptorOnly if only the JDBC proxy serves it");
      }
    }
  }
}
