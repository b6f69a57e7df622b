package dev.crossfade.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The decisions a random statement is made of. The same decisions make the same statement, so a
 * failing statement is shrunk by dropping and lowering decisions: whatever they then make is still
 * a statement.
 */
final class Choices {

  private final SplittableRandom random;
  private final List<Integer> replayed;
  private final List<Integer> made = new ArrayList<>();

  private Choices(SplittableRandom random, List<Integer> replayed) {
    this.random = random;
    this.replayed = replayed;
  }

  static Choices random(long seed) {
    return new Choices(new SplittableRandom(seed), List.of());
  }

  static Choices of(List<Integer> decisions) {
    return new Choices(null, decisions);
  }

  List<Integer> made() {
    return made;
  }

  /** One of 0 to {@code bound - 1}; 0 is the plainest choice. */
  int pick(int bound) {
    int next;
    if (random != null) {
      next = random.nextInt(bound);
    } else {
      next = made.size() < replayed.size() ? replayed.get(made.size()) % bound : 0;
    }
    made.add(next);
    return next;
  }

  /** True in {@code percent} of the cases. */
  boolean chance(int percent) {
    return pick(100) >= 100 - percent;
  }

  <T> T of(T[] options) {
    return options[pick(options.length)];
  }

  <T> T from(List<T> options) {
    return options.get(pick(options.size()));
  }
}
