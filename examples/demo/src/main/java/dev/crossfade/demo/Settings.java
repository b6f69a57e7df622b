package dev.crossfade.demo;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;

/**
 * How large the demo is. Immutable.
 *
 * @param rows rows of the table at the start
 * @param clients how many clients make requests at once
 * @param rate how many requests a second they make together
 * @param soakSeconds how long the load goes on in each phase before the next
 * @param windowSeconds the gate's window
 */
record Settings(int rows, int clients, int rate, int soakSeconds, int windowSeconds) {

  Settings {
    atLeast(1_000, rows, "--rows");
    atLeast(1, clients, "--clients");
    atLeast(1, rate, "--rate");
    atLeast(1, soakSeconds, "--soak");
    atLeast(4, windowSeconds, "--window");
  }

  private static void atLeast(int least, int value, String option) {
    if (value < least) {
      throw new CrossfadeException(
          new Problem(
              "bad-usage",
              option + " is too small: " + value + ".",
              "crossfade demo",
              "with less than " + least + " the demo would show nothing",
              "crossfade demo --help"));
    }
  }
}
