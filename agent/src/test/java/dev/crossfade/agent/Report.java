package dev.crossfade.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A report file as a reader sees it. */
record Report(String text, List<Map<String, String>> lines) {

  /** The only report of a directory. */
  static Report only(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> reports = files.filter(f -> f.toString().endsWith(".jsonl")).toList();
      if (reports.size() != 1) {
        throw new AssertionError("not one report: " + reports);
      }
      return read(reports.get(0));
    }
  }

  static Report read(Path file) throws IOException {
    List<Map<String, String>> lines = new ArrayList<>();
    String text = Files.readString(file);
    for (String line : text.split("\n")) {
      lines.add(fields(line));
    }
    return new Report(text, lines);
  }

  private static Map<String, String> fields(String line) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getText());
      }
    }
    return fields;
  }

  List<Map<String, String>> lines(String type) {
    return lines.stream().filter(line -> type.equals(line.get("type"))).toList();
  }

  /** The usages as {@code "3 read Workload.plainStatement"}, in order of text. */
  List<String> usages() {
    return lines("usage").stream()
        .map(
            line ->
                line.get("count")
                    + " "
                    + line.get("kind")
                    + " "
                    + line.get("callSite").replaceAll("com\\.acme\\.|\\(.*\\)", ""))
        .sorted()
        .toList();
  }

  /** What the agent could not see, without details. */
  List<String> blind() {
    return lines("blind").stream().map(line -> line.get("what")).sorted().toList();
  }

  Map<String, String> end() {
    return lines.get(lines.size() - 1);
  }
}
