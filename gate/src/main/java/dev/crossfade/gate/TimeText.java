package dev.crossfade.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Durations and instants as people read them. */
public final class TimeText {

  private TimeText() {}

  /** {@code 7d}, {@code 3h 20m}, {@code 12s}: the two largest units. */
  public static String of(Duration duration) {
    Duration left = duration.abs();
    long[] amounts = {
      left.toDays(), left.toHoursPart(), left.toMinutesPart(), left.toSecondsPart()
    };
    String units = "dhms";
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (int i = 0; i < amounts.length && shown < 2; i++) {
      if (amounts[i] > 0) {
        text.append(text.isEmpty() ? "" : " ").append(amounts[i]).append(units.charAt(i));
        shown++;
      } else if (shown > 0) {
        shown++;
      }
    }
    return text.isEmpty() ? left.toMillis() + "ms" : text.toString();
  }

  /** The instant to the second, in UTC. */
  public static String of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** {@code 3h 20m ago}, or {@code in 5s}. */
  public static String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    return age.isNegative() ? "in " + of(age) : of(age) + " ago";
  }
}
