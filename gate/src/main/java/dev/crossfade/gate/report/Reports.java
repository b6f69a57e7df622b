package dev.crossfade.gate.report;

import java.nio.file.Path;
import java.util.List;

/**
 * All that stood in the report directories. Immutable.
 *
 * @param directories where was looked
 * @param readable the newest complete report of each instance
 * @param rejected what should have been evidence and is not
 */
public record Reports(List<Path> directories, List<Report> readable, List<Rejected> rejected) {

  public Reports {
    directories = List.copyOf(directories);
    readable = List.copyOf(readable);
    rejected = List.copyOf(rejected);
  }

  /** The reports of one service. */
  public List<Report> of(String service) {
    return readable.stream().filter(report -> report.service().equals(service)).toList();
  }
}
