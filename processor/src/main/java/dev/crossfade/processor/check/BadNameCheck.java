package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.StatedName;
import dev.crossfade.processor.model.StatedName.Origin;

/** {@code bad-name}: one name is wanted, neither {@code table.column} nor an expression. */
final class BadNameCheck implements Check {

  @Override
  public void check(Entity entity, Findings findings) {
    Names.visit(
        entity,
        findings,
        (name, what, refusal) -> {
          if (!isGood(name)) {
            refusal.refuse(
                "bad-name",
                "\"" + name.written() + "\" can not be the name of the " + what + ".",
                "PostgreSQL takes such a name only in double quotes",
                "write the bare name, without table or schema; or quote it: \"\\\""
                    + name.written().replace("\"", "")
                    + "\\\"\"");
          }
        });
  }

  /** Whether PostgreSQL could have the name. */
  static boolean isGood(StatedName name) {
    if (name.catalog().isEmpty() || name.catalog().indexOf('\0') >= 0) {
      return false;
    }
    return name.isQuoted()
        || name.origin() == Origin.SPRING_DATA
        || (name.catalog().codePoints().allMatch(BadNameCheck::isPart)
            && !Character.isDigit(name.catalog().codePointAt(0)));
  }

  private static boolean isPart(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }
}
