package dev.crossfade.gate.report;

import dev.crossfade.gate.report.Rejected.Cause;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads every {@code *.jsonl} file of the report directories. Of several files of one instance the
 * one with the highest sequence counts; two that claim the same sequence and differ are a
 * contradiction and count as rejected.
 */
public final class ReportReader {

  private final Map<String, Report> newest = new TreeMap<>();
  private final List<Rejected> rejected = new ArrayList<>();

  private ReportReader() {}

  /** Reads them all. Never throws for what the directories hold. */
  public static Reports read(List<Path> directories) {
    ReportReader reader = new ReportReader();
    for (Path directory : directories) {
      reader.readDirectory(directory);
    }
    return new Reports(directories, List.copyOf(reader.newest.values()), reader.rejected);
  }

  private void readDirectory(Path directory) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.jsonl")) {
      found.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      rejected.add(
          new Rejected(
              directory,
              Cause.UNREADABLE,
              "the directory can not be listed: " + e.getClass().getSimpleName()));
    }
    Collections.sort(files);
    for (Path file : files) {
      FileReader.Outcome outcome = FileReader.read(file);
      if (outcome instanceof FileReader.Complete complete) {
        keep(complete.report());
      } else if (outcome instanceof FileReader.Refused refused) {
        rejected.add(refused.why());
      }
    }
  }

  private void keep(Report report) {
    Report other = newest.putIfAbsent(report.instance(), report);
    if (other == null) {
      return;
    }
    if (!other.service().equals(report.service())
        || !other.started().equals(report.started())
        || (other.end().sequence() == report.end().sequence() && !sameText(other, report))) {
      rejected.add(
          new Rejected(
              report.file(),
              Cause.CONTRADICTION,
              "says something else about instance "
                  + report.instance()
                  + " than "
                  + other.file()
                  + " does"));
    }
    if (report.end().sequence() > other.end().sequence()) {
      newest.put(report.instance(), report);
    }
  }

  private boolean sameText(Report one, Report other) {
    try {
      return Files.mismatch(one.file(), other.file()) < 0;
    } catch (IOException e) {
      return false;
    }
  }
}
