package dev.crossfade.pgjdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of one test, or of a class that did not get to its tests.
 *
 * @param id JUnit's unique id, which counts a parameterized test's invocations
 * @param opened whether it asked for a connection
 * @param message of the failure, or the reason why it was skipped, in one line
 */
record Outcome(String id, Status status, boolean opened, String message) {

  enum Status {
    PASSED,
    SKIPPED,
    FAILED
  }

  private static final Pattern SEGMENT = Pattern.compile("\\[([^:\\]]+):([^\\]]*)\\]");

  static Outcome parse(String line) {
    String[] fields = line.split("\t", 4);
    return new Outcome(
        fields[0], Status.valueOf(fields[1]), Boolean.parseBoolean(fields[2]), fields[3]);
  }

  String line() {
    return String.join(
        "\t", id, status.name(), String.valueOf(opened), message.replaceAll("\\s+", " ").strip());
  }

  /** The class that the test belongs to, or null for the whole engine. */
  String className() {
    Matcher segments = SEGMENT.matcher(id);
    while (segments.find()) {
      if (segments.group(1).equals("class") || segments.group(1).equals("class-template")) {
        return segments.group(2);
      }
    }
    return "";
  }

  /** The id as a person writes it: {@code jdbc2.TimestampTest #2 testInfinity()}. */
  String shortId() {
    return words(false);
  }

  /** The same without the numbers of invocations. */
  String testName() {
    return words(true);
  }

  private String words(boolean withoutInvocations) {
    StringBuilder text = new StringBuilder();
    Matcher segments = SEGMENT.matcher(id);
    while (segments.find()) {
      if (segments.group(1).equals("engine")
          || withoutInvocations && segments.group(1).endsWith("-invocation")) {
        continue;
      }
      text.append(text.isEmpty() ? "" : " ")
          .append(segments.group(2).replaceFirst("^org\\.postgresql\\.(test\\.)?", ""));
    }
    return text.toString();
  }
}
