package dev.crossfade.agent;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was told, defaults filled in. Immutable.
 *
 * @param service the service's name in reports
 * @param version its version in reports
 * @param instance this JVM's name in reports
 * @param reports the directory for reports, or null if there is none: then nothing is recorded
 * @param track the columns to track beside those that descriptors declare
 * @param flushSeconds how often to renew the report
 * @param ignored what was wrong with the options that were not understood, by the option's name
 */
record AgentOptions(
    String service,
    String version,
    String instance,
    @Nullable Path reports,
    List<ColumnName> track,
    int flushSeconds,
    List<Ignored> ignored) {

  /** An option that was not used. */
  record Ignored(String option, Problem problem) {}

  AgentOptions {
    track = List.copyOf(track);
    ignored = List.copyOf(ignored);
  }
}
