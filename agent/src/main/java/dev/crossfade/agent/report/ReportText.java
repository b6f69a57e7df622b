package dev.crossfade.agent.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.crossfade.agent.usage.BlindSpots;
import dev.crossfade.agent.usage.Ledger;
import dev.crossfade.agent.usage.Recorder;
import dev.crossfade.agent.usage.Tally;
import dev.crossfade.agent.usage.UsageCounter;
import dev.crossfade.model.ColumnName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Renders a report's lines, as docs/report-format.md has them. Used by one thread. */
final class ReportText {

  static final int FORMAT = 1;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Writes the fields of one line. */
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private final JsonFactory factory = new JsonFactory();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
  private int lines;

  /** Everything but the last line. */
  byte[] body(Identity identity, Recorder recorder, BlindSpots blindSpots) throws IOException {
    bytes.reset();
    lines = 0;
    header(identity);
    for (Map.Entry<ColumnName, Long> tracked : recorder.tracked().entrySet()) {
      line(
          "tracked",
          json -> {
            json.writeStringField("column", tracked.getKey().toString());
            json.writeStringField("since", instant(tracked.getValue()));
          });
    }
    for (Ledger.Statement statement : recorder.ledger().statements()) {
      statement(statement);
    }
    for (Map.Entry<Ledger.Own, Tally> own : recorder.ledger().own().entrySet()) {
      line(
          "own",
          own.getValue(),
          json -> {
            json.writeStringField("transition", own.getKey().transition().toString());
            json.writeStringField("phase", own.getKey().phase().name());
          });
    }
    for (Map.Entry<String, Tally> fallbacks : recorder.ledger().fallbacks().entrySet()) {
      line(
          "fallbacks",
          fallbacks.getValue(),
          json -> json.writeStringField("transition", fallbacks.getKey()));
    }
    for (Map.Entry<BlindSpots.Spot, Tally> blind : blindSpots.all().entrySet()) {
      line(
          "blind",
          blind.getValue(),
          json -> {
            json.writeStringField("what", blind.getKey().what().slug());
            json.writeStringField("detail", blind.getKey().detail());
          });
    }
    return bytes.toByteArray();
  }

  /** The last line, for the body made just before. */
  byte[] end(long flushed, long sequence, boolean ended) throws IOException {
    bytes.reset();
    int before = lines;
    line(
        "end",
        json -> {
          json.writeStringField("flushed", instant(flushed));
          json.writeNumberField("sequence", sequence);
          json.writeStringField("state", ended ? "ended" : "running");
          json.writeNumberField("lines", before);
        });
    return bytes.toByteArray();
  }

  private void header(Identity identity) throws IOException {
    line(
        "report",
        json -> {
          json.writeNumberField("format", FORMAT);
          json.writeStringField("agent", identity.agent());
          json.writeStringField("service", identity.service());
          json.writeStringField("version", identity.version());
          json.writeStringField("instance", identity.instance());
          json.writeStringField("host", identity.host());
          json.writeNumberField("pid", identity.pid());
          json.writeStringField("started", instant(identity.started()));
          json.writeStringField("attached", identity.late() ? "late" : "startup");
          json.writeNumberField("flushSeconds", identity.flushSeconds());
        });
  }

  private void statement(Ledger.Statement statement) throws IOException {
    List<UsageCounter> usages = statement.usages();
    line(
        "statement",
        json -> {
          json.writeStringField("fingerprint", statement.fingerprint());
          json.writeStringField("sql", statement.sql());
        });
    for (UsageCounter usage : usages) {
      for (UsageCounter.Site site : usage.sites()) {
        line(
            "usage",
            site.tally(),
            json -> {
              json.writeStringField("column", usage.column().toString());
              json.writeStringField("kind", usage.kind());
              json.writeStringField("fingerprint", statement.fingerprint());
              json.writeStringField("callSite", site.callSite());
            });
      }
    }
  }

  private void line(String type, Tally tally, Fields fields) throws IOException {
    line(
        type,
        json -> {
          fields.write(json);
          json.writeNumberField("count", tally.count());
          json.writeStringField("first", instant(tally.first()));
          json.writeStringField("last", instant(tally.last()));
        });
  }

  private void line(String type, Fields fields) throws IOException {
    try (JsonGenerator json = factory.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("type", type);
      fields.write(json);
      json.writeEndObject();
    }
    bytes.write('\n');
    lines++;
  }

  private static String instant(long millis) {
    return INSTANT.format(Instant.ofEpochMilli(millis));
  }
}
