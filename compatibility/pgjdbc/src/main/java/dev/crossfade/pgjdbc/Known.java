package dev.crossfade.pgjdbc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tests that no wrapper can pass, each with its reason. */
final class Known {

  private static final Map<String, String> REASONS = Map.of();

  private Known() {}

  /** Why a wrapper can not pass the test, or null if it can. */
  static @Nullable String reason(String shortId) {
    for (Map.Entry<String, String> known : REASONS.entrySet()) {
      if (shortId.contains(known.getKey())) {
        return known.getValue();
      }
    }
    return null;
  }
}
