package dev.crossfade.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operator takes on themselves, each with the reason that the verdict prints. Immutable.
 *
 * @param cutOff by instance
 * @param untracked by service
 * @param dependents by the name of the database object
 * @param data why rows whose new column is NULL may lose the old value, or null
 */
public record Acceptances(
    Map<String, String> cutOff,
    Map<String, String> untracked,
    Map<String, String> dependents,
    @Nullable String data) {

  /** Nothing is accepted. */
  public static final Acceptances NONE = new Acceptances(Map.of(), Map.of(), Map.of(), null);

  public Acceptances {
    cutOff = Map.copyOf(cutOff);
    untracked = Map.copyOf(untracked);
    dependents = Map.copyOf(dependents);
  }

  /** Every acceptance, for the verdict: what, and why. */
  public Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    cutOff.forEach((what, why) -> all.put("cut-off " + what, why));
    untracked.forEach((what, why) -> all.put("untracked " + what, why));
    dependents.forEach((what, why) -> all.put("dependent " + what, why));
    if (data != null) {
      all.put("data", data);
    }
    return all;
  }
}
