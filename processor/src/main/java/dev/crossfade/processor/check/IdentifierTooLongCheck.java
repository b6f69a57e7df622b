package dev.crossfade.processor.check;

import dev.crossfade.model.Identifier;
import dev.crossfade.processor.model.Entity;
import java.nio.charset.StandardCharsets;

/** {@code identifier-too-long}: the server would cut the name, and find or make another column. */
final class IdentifierTooLongCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    Names.visit(
        entity,
        findings,
        (name, what, refusal) -> {
          if (Identifier.isTooLong(name.catalog())) {
            int bytes = name.catalog().getBytes(StandardCharsets.UTF_8).length;
            refusal.refuse(
                "identifier-too-long",
                "The name of the " + what + " has " + bytes + " bytes.",
                "PostgreSQL cuts names after " + Identifier.MAX_BYTES + " bytes without an error",
                "choose a shorter name");
          }
        });
  }
}
