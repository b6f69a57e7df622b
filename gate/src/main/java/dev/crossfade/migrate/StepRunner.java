package dev.crossfade.migrate;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps until none is left, looking at the catalog afresh before each: what an earlier run, or
 * an attempt that seemed to fail, has done is not done again.
 */
final class StepRunner {

  private final SafeDdl ddl;
  private final DdlPolicy policy;
  private final Progress progress;

  StepRunner(SafeDdl ddl, DdlPolicy policy, Progress progress) {
    this.ddl = ddl;
    this.policy = policy;
    this.progress = progress;
  }

  /**
   * Runs what {@code pending} asks for, first step first, until it asks for nothing.
   *
   * @return how many steps were run
   * @throws CrossfadeException {@code lock-not-granted}, {@code step-without-effect}
   */
  int run(Supplier<List<Step>> pending) {
    int done = 0;
    int attempts = 0;
    long started = System.nanoTime();
    Step last = null;
    for (List<Step> steps = pending.get(); !steps.isEmpty(); steps = pending.get()) {
      Step step = steps.get(0);
      if (step.equals(last)) {
        throw withoutEffect(step);
      }
      if (attempts == 0) {
        progress.line("  " + step.title());
      }
      if (ddl.attempt(step)) {
        done++;
        attempts = 0;
        started = System.nanoTime();
        last = step;
      } else {
        attempts++;
        pause(step, attempts, Duration.ofNanos(System.nanoTime() - started));
      }
    }
    return done;
  }

  private void pause(Step step, int attempts, Duration waited) {
    long grown =
        (long) (policy.firstPause().toMillis() * Math.pow(1.5, Math.min(attempts - 1, 40)));
    long capped = Math.min(grown, policy.longestPause().toMillis());
    long jittered = capped / 2 + ThreadLocalRandom.current().nextLong(Math.max(1, capped / 2 + 1));
    if (attempts >= policy.attempts()
        || waited.plusMillis(jittered).compareTo(policy.longestWait()) > 0) {
      throw notGranted(step, attempts, waited);
    }
    progress.line(
        "    lock not granted, attempt "
            + attempts
            + " of "
            + policy.attempts()
            + "; again in "
            + jittered
            + " ms");
    try {
      Thread.sleep(jittered);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notGranted(step, attempts, waited);
    }
  }

  private CrossfadeException notGranted(Step step, int attempts, Duration waited) {
    List<Blocker> blockers = ddl.blockers();
    String who =
        blockers.isEmpty()
            ? "nobody was seen holding it when it was last looked"
            : blockers.stream().map(Blocker::describe).collect(Collectors.joining("; "));
    return new CrossfadeException(
        new Problem(
            "lock-not-granted",
            "The lock was not granted in "
                + attempts
                + " attempts over "
                + waited.toSeconds()
                + " s.",
            step.title(),
            who,
            (blockers.isEmpty()
                    ? ""
                    : "let that transaction end (or SELECT pg_terminate_backend("
                        + blockers.get(0).pid()
                        + ")), ")
                + "then run the same command again: it continues here"));
  }

  private static CrossfadeException withoutEffect(@Nullable Step step) {
    return new CrossfadeException(
        new Problem(
            "step-without-effect",
            "A step ran without an error and changed nothing.",
            step == null ? "" : step.title(),
            "the catalog is as it was before; an event trigger or another session may undo it",
            "look for event triggers (SELECT evtname FROM pg_event_trigger) and run again"));
  }
}
