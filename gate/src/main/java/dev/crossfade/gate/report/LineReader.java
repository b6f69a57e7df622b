package dev.crossfade.gate.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;

/**
 * Reads one line of format 1. Strict about what the format names, silent about fields it does not
 * name, so that a later agent may add some within the format. Immutable, thread-safe.
 */
final class LineReader {

  /** The newest format that this gate reads. */
  static final int FORMAT = 1;

  private static final long LONGEST_FLUSH_SECONDS = 86_400;

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /** Thrown on a first line that names a format after {@link #FORMAT}. */
  static final class NewerFormat extends Exception {
    private static final long serialVersionUID = 1L;

    NewerFormat(long format) {
      super("format " + format + ", and this gate reads up to format " + FORMAT);
    }
  }

  private LineReader() {}

  /** The first line, whose format is judged before anything else in it. */
  static ReportLine.Header first(String text) throws BadLine, NewerFormat {
    Fields fields = parse(text);
    if (!fields.text("type").equals("report")) {
      throw new BadLine("the first line is not of type \"report\"");
    }
    long format = fields.number("format", 1);
    if (format > FORMAT) {
      throw new NewerFormat(format);
    }
    String attached = fields.text("attached");
    if (!attached.equals("startup") && !attached.equals("late")) {
      throw new BadLine("field \"attached\" is neither startup nor late");
    }
    long flushSeconds = fields.number("flushSeconds", 1);
    if (flushSeconds > LONGEST_FLUSH_SECONDS) {
      // Three of these are how long an instance may be silent before it counts as cut off.
      throw new BadLine("field \"flushSeconds\" is more than a day");
    }
    return new ReportLine.Header(
        fields.text("agent"),
        fields.name("service"),
        fields.text("version"),
        fields.name("instance"),
        fields.text("host"),
        fields.number("pid", 0),
        fields.instant("started"),
        attached.equals("late"),
        Duration.ofSeconds(flushSeconds));
  }

  /** Any later line. */
  static ReportLine next(String text) throws BadLine {
    Fields fields = parse(text);
    String type = fields.text("type");
    return switch (type) {
      case "tracked" -> new ReportLine.Tracked(fields.column("column"));
      case "statement" -> new ReportLine.Statement(fields.name("fingerprint"), fields.text("sql"));
      case "usage" ->
          new ReportLine.Usage(
              fields.column("column"),
              Use.ofSlug(fields.text("kind")),
              fields.name("fingerprint"),
              fields.text("callSite"),
              fields.seen());
      case "own" ->
          new ReportLine.Own(fields.column("transition"), fields.phase("phase"), fields.seen());
      case "fallbacks" -> new ReportLine.Fallbacks(fields.column("transition"), fields.seen());
      case "blind" ->
          new ReportLine.Blind(fields.name("what"), fields.text("detail"), fields.seen());
      case "end" ->
          new ReportLine.End(
              fields.instant("flushed"),
              fields.number("sequence", 0),
              ended(fields.text("state")),
              fields.number("lines", 1));
      case "report" -> throw new BadLine("a second line of type \"report\"");
      default -> throw new BadLine("a line of a type that format " + FORMAT + " does not have");
    };
  }

  private static boolean ended(String state) throws BadLine {
    return switch (state) {
      case "ended" -> true;
      case "running" -> false;
      default -> throw new BadLine("field \"state\" is neither running nor ended");
    };
  }

  private static Fields parse(String text) throws BadLine {
    JsonNode node;
    try {
      node = JSON.readValue(text);
    } catch (JacksonException e) {
      // Jackson's message quotes the line, and the line may be anything.
      throw new BadLine("not one well-formed JSON object");
    }
    if (node == null || !node.isObject()) {
      throw new BadLine("not a JSON object");
    }
    return new Fields(node);
  }
}
