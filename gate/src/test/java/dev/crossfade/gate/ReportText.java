package dev.crossfade.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes a report line by line, as an agent would; complete and harmless unless told otherwise. */
final class ReportText {

  /** The end of every test's window. */
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00.000Z");

  private final String instance;
  private final List<String> body = new ArrayList<>();
  private String service;
  private String version = "1.0";
  private Instant started = NOW.minus(Duration.ofDays(30));
  private Instant flushed = NOW.minusSeconds(2);
  private String attached = "startup";
  private String state = "running";
  private long sequence = 10;
  private int format = 1;
  private boolean tracked = true;

  ReportText(String service, String instance) {
    this.service = service;
    this.instance = instance;
  }

  static Instant ago(Duration duration) {
    return NOW.minus(duration);
  }

  ReportText service(String name) {
    service = name;
    return this;
  }

  ReportText version(String name) {
    version = name;
    return this;
  }

  ReportText started(Instant instant) {
    started = instant;
    return this;
  }

  ReportText flushed(Instant instant) {
    flushed = instant;
    return this;
  }

  ReportText ended(Instant instant) {
    flushed = instant;
    state = "ended";
    return this;
  }

  ReportText attachedLate() {
    attached = "late";
    return this;
  }

  ReportText sequence(long number) {
    sequence = number;
    return this;
  }

  ReportText format(int number) {
    format = number;
    return this;
  }

  ReportText untracked() {
    tracked = false;
    return this;
  }

  ReportText tracks(String column) {
    return line("{\"type\":\"tracked\",\"column\":\"" + column + "\"}");
  }

  ReportText line(String json) {
    body.add(json);
    return this;
  }

  ReportText uses(String column, String kind, Instant last) {
    line("{\"type\":\"statement\",\"fingerprint\":\"f1\",\"sql\":\"SELECT full_name FROM users\"}");
    return line(
        "{\"type\":\"usage\",\"column\":\""
            + column
            + "\",\"kind\":\""
            + kind
            + "\",\"fingerprint\":\"f1\","
            + "\"callSite\":\"com.acme.Nightly.run(Nightly.java:42)\","
            + seen(last)
            + "}");
  }

  ReportText own(String transition, String phase, Instant last) {
    return line(
        "{\"type\":\"own\",\"transition\":\""
            + transition
            + "\",\"phase\":\""
            + phase
            + "\","
            + seen(last)
            + "}");
  }

  ReportText fallbacks(String transition, Instant last) {
    return line(
        "{\"type\":\"fallbacks\",\"transition\":\"" + transition + "\"," + seen(last) + "}");
  }

  ReportText blind(String what, String detail, Instant last) {
    return line(
        "{\"type\":\"blind\",\"what\":\""
            + what
            + "\",\"detail\":\""
            + detail
            + "\","
            + seen(last)
            + "}");
  }

  private static String seen(Instant last) {
    return "\"count\":3,\"first\":\"" + last.minusSeconds(60) + "\",\"last\":\"" + last + "\"";
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "{\"type\":\"report\",\"format\":"
            + format
            + ",\"agent\":\"0.1\",\"service\":\""
            + service
            + "\",\"version\":\""
            + version
            + "\",\"instance\":\""
            + instance
            + "\",\"host\":\"h\",\"pid\":7,\"started\":\""
            + started
            + "\",\"attached\":\""
            + attached
            + "\",\"flushSeconds\":5}");
    if (tracked) {
      lines.add("{\"type\":\"tracked\",\"column\":\"users.full_name\"}");
    }
    lines.addAll(body);
    lines.add(
        "{\"type\":\"end\",\"flushed\":\""
            + flushed
            + "\",\"sequence\":"
            + sequence
            + ",\"state\":\""
            + state
            + "\",\"lines\":"
            + lines.size()
            + "}");
    return String.join("\n", lines) + "\n";
  }

  Path writeTo(Path directory) {
    return write(directory.resolve(service + "-" + instance + ".jsonl"), text());
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
