package dev.crossfade.cli;

import dev.crossfade.model.Problem;
import java.util.Set;

/** Which problems are the command line's own, so that a pipeline can tell a typo from a HOLD. */
final class Usage {

  private static final Set<String> BAD =
      Set.of(
          "bad-name",
          "bad-column-name",
          "bad-transition",
          "bad-duration",
          "bad-reason",
          "bad-database-url",
          "identifier-too-long",
          "no-descriptor",
          "no-such-report-directory",
          "password-file-unreadable",
          "same-column",
          "transition-not-spelled",
          "unknown-phase",
          "unknown-transition",
          "unreadable-descriptor");

  private Usage() {}

  static boolean isBad(Problem problem) {
    return BAD.contains(problem.id());
  }
}
