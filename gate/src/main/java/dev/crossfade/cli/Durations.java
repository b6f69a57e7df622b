package dev.crossfade.cli;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** {@code 2w}, {@code 7d}, {@code 12h}, {@code 30m}, {@code 10s}, {@code 500ms}, or ISO-8601. */
final class Durations implements ITypeConverter<Duration> {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d|w)");

  @Override
  public Duration convert(String text) {
    return parse(text);
  }

  static Duration parse(String text) {
    Matcher match = SHORT.matcher(text);
    if (match.matches()) {
      long amount = Long.parseLong(match.group(1));
      return switch (match.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        case "d" -> Duration.ofDays(amount);
        default -> Duration.ofDays(7 * amount);
      };
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw bad(text, "it is neither a number with a unit nor an ISO-8601 duration");
    }
  }

  /**
   * The duration, if it is longer than zero and not absurd.
   *
   * @throws CrossfadeException {@code bad-duration}
   */
  static Duration positive(Duration duration, String option) {
    if (duration.isZero() || duration.isNegative()) {
      throw bad(option + " " + duration, "it must be longer than zero");
    }
    if (duration.compareTo(Duration.ofDays(36_500)) > 0) {
      throw bad(option + " " + duration, "it is longer than a hundred years");
    }
    return duration;
  }

  private static CrossfadeException bad(String text, String why) {
    return new CrossfadeException(
        new Problem(
            "bad-duration",
            "\"" + text + "\" is not a duration to use here.",
            text,
            why,
            "write for example 7d, 12h, 30m or 10s"));
  }
}
