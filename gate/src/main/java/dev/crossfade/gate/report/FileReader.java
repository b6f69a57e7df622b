package dev.crossfade.gate.report;

import dev.crossfade.gate.report.Rejected.Cause;
import dev.crossfade.model.ColumnName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one file line by line; used once. */
final class FileReader {

  private final Path file;
  private final List<ColumnName> tracked = new ArrayList<>();
  private final Map<String, String> statements = new HashMap<>();
  private final List<ReportLine.Usage> usages = new ArrayList<>();
  private final List<ReportLine.Own> own = new ArrayList<>();
  private final List<ReportLine.Fallbacks> fallbacks = new ArrayList<>();
  private final List<ReportLine.Blind> blind = new ArrayList<>();
  private ReportLine.@Nullable Header header;
  private ReportLine.@Nullable End end;
  private long line;

  private FileReader(Path file) {
    this.file = file;
  }

  /** What came of one file. */
  sealed interface Outcome {}

  record Complete(Report report) implements Outcome {}

  record Refused(Rejected why) implements Outcome {}

  /** Never throws for what the file holds. */
  static Outcome read(Path file) {
    return new FileReader(file).read();
  }

  private Outcome read() {
    try (BufferedReader lines = open()) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        take(text);
      }
    } catch (LineReader.NewerFormat e) {
      return new Refused(new Rejected(file, Cause.NEWER, String.valueOf(e.getMessage())));
    } catch (BadLine e) {
      return refused(Cause.UNREADABLE, String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      return refused(Cause.UNREADABLE, "not UTF-8 text");
    } catch (IOException e) {
      return refused(Cause.UNREADABLE, "can not be read: " + e.getClass().getSimpleName());
    }
    ReportLine.Header who = header;
    ReportLine.End last = end;
    if (who == null) {
      return refused(Cause.TRUNCATED, "the file is empty");
    }
    if (last == null) {
      return refused(Cause.TRUNCATED, "no \"end\" line: it was cut off");
    }
    return new Complete(
        new Report(file, who, tracked, statements, usages, own, fallbacks, blind, last));
  }

  private void take(String text) throws BadLine, LineReader.NewerFormat {
    if (line == 1) {
      header = LineReader.first(text);
      return;
    }
    if (end != null) {
      throw new BadLine("a line after the \"end\" line");
    }
    ReportLine next = LineReader.next(text);
    if (next instanceof ReportLine.End last && last.lines() != line - 1) {
      throw new BadLine(
          "the \"end\" line counts " + last.lines() + " lines before it, there are " + (line - 1));
    }
    keep(next);
  }

  private void keep(ReportLine next) throws BadLine {
    if (next instanceof ReportLine.Tracked value) {
      tracked.add(value.column());
    } else if (next instanceof ReportLine.Statement value) {
      statements.put(value.fingerprint(), value.sql());
    } else if (next instanceof ReportLine.Usage value) {
      usages.add(value);
    } else if (next instanceof ReportLine.Own value) {
      own.add(value);
    } else if (next instanceof ReportLine.Fallbacks value) {
      fallbacks.add(value);
    } else if (next instanceof ReportLine.Blind value) {
      blind.add(value);
    } else if (next instanceof ReportLine.End value) {
      ReportLine.Header who = header;
      if (who != null && value.flushed().isBefore(who.started())) {
        throw new BadLine("\"flushed\" is before \"started\"");
      }
      end = value;
    }
  }

  private Refused refused(Cause cause, String detail) {
    return new Refused(new Rejected(file, cause, "line " + line + ": " + detail));
  }

  private BufferedReader open() throws IOException {
    // Files.newBufferedReader would do the same; spelled out because a silent replacement of bad
    // bytes would let a damaged report pass as a whole one.
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }
}
