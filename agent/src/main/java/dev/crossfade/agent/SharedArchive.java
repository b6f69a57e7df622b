package dev.crossfade.agent;

import dev.crossfade.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a JVM that any agent's class-file hook may crash: before JDK 24, where a class comes
 * from an application's class-data archive and stands in a multi-release jar, as pgjdbc's do
 * (JDK-8343427).
 */
final class SharedArchive {

  private static final int FIXED_IN = 24;
  private static final String ARCHIVE = "-XX:SharedArchiveFile=";

  private SharedArchive() {}

  /** Why no class may be woven in this JVM, or null if it may. */
  static @Nullable Problem problem(int javaVersion, List<String> jvmArguments, boolean allowed) {
    boolean off = false;
    boolean archive = false;
    for (String argument : jvmArguments) {
      archive |= argument.startsWith(ARCHIVE);
      off |= argument.equals("-Xshare:off");
    }
    if (javaVersion >= FIXED_IN || !archive || off || allowed) {
      return null;
    }
    return new Problem(
        "shared-archive",
        "The agent records nothing: this JVM runs from a class-data archive.",
        ARCHIVE + "…, Java " + javaVersion,
        "before Java 24 an agent can crash such a JVM while it loads the database driver"
            + " (JDK-8343427)",
        "start without the archive or on Java 24, or, if this JDK has that correction, with"
            + " -Dcrossfade.agent.sharedArchive=allowed");
  }
}
