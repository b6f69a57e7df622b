package dev.crossfade.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the decisions behind a failing statement few and plain, as long as it still fails: drops
 * runs of them, then lowers each, until neither helps (after Zeller and Hildebrandt, "Simplifying
 * and Isolating Failure-Inducing Input", 2002).
 */
final class Shrinker {

  /** Whether what these decisions make still fails. */
  interface Failing {
    boolean fails(List<Integer> decisions) throws Exception;
  }

  private final Failing failing;
  private final int mostTries;
  private int tries;

  Shrinker(Failing failing, int mostTries) {
    this.failing = failing;
    this.mostTries = mostTries;
  }

  List<Integer> shrink(List<Integer> decisions) throws Exception {
    List<Integer> best = new ArrayList<>(decisions);
    int size;
    int sum;
    do {
      size = best.size();
      sum = best.stream().mapToInt(n -> n).sum();
      for (int width = 64; width > 0; width /= 2) {
        drop(best, width);
      }
      lower(best);
    } while (tries < mostTries
        && (best.size() < size || best.stream().mapToInt(n -> n).sum() < sum));
    return best;
  }

  private void drop(List<Integer> best, int width) throws Exception {
    int at = 0;
    while (at + width <= best.size() && tries < mostTries) {
      List<Integer> without = new ArrayList<>(best);
      without.subList(at, at + width).clear();
      if (!taken(best, without)) {
        at += Math.max(1, width / 2);
      }
    }
  }

  private void lower(List<Integer> best) throws Exception {
    for (int at = 0; at < best.size() && tries < mostTries; at++) {
      int value = best.get(at);
      for (int lower : new int[] {0, value / 2, value - 1}) {
        List<Integer> changed = new ArrayList<>(best);
        changed.set(at, lower);
        if (lower >= 0 && lower < best.get(at) && taken(best, changed)) {
          break;
        }
      }
    }
  }

  private boolean taken(List<Integer> best, List<Integer> candidate) throws Exception {
    tries++;
    if (!failing.fails(candidate)) {
      return false;
    }
    best.clear();
    best.addAll(candidate);
    return true;
  }
}
