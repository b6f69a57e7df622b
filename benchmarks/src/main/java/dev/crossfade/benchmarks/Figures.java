package dev.crossfade.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** How figures are computed and written. */
final class Figures {

  private Figures() {}

  /** The middle value, which one disturbed round does not move. */
  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Nanoseconds in the unit that reads best. */
  static String time(double nanos) {
    double size = Math.abs(nanos);
    if (size < 10_000) {
      return String.format(Locale.ROOT, size < 100 ? "%.1f ns" : "%.0f ns", nanos);
    }
    if (size < 10_000_000) {
      return String.format(Locale.ROOT, "%.1f µs", nanos / 1_000);
    }
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1_000_000);
  }

  /** {@link #time} with its sign. */
  static String more(double nanos) {
    return (nanos < 0 ? "-" : "+") + time(Math.abs(nanos));
  }

  static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  static String bytes(double bytes) {
    return String.format(Locale.ROOT, "%,.0f B", bytes);
  }
}
