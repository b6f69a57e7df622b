package dev.crossfade.jdbc;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.phase.PhaseConfig;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an unwrap to one of the driver's own connections or statements where a table in
 * transition can be reached with it. Said by the system property {@value #PROPERTY} or else by the
 * environment's {@code CROSSFADE_UNWRAP}, or by a framework's settings.
 */
enum UnwrapPolicy {
  REFUSE,
  ALLOW;

  static final String PROPERTY = "crossfade.unwrap";

  /**
   * @throws CrossfadeException {@code bad-unwrap-policy} if it is something else
   */
  static UnwrapPolicy configured() {
    return of(PhaseConfig.setting(PROPERTY, "CROSSFADE_UNWRAP"));
  }

  static UnwrapPolicy of(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return REFUSE;
    }
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "refuse" -> REFUSE;
      case "allow" -> ALLOW;
      default -> throw new CrossfadeException(Refusals.badUnwrapPolicy(value));
    };
  }
}
