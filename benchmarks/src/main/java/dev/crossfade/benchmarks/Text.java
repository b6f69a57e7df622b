package dev.crossfade.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Statements by length: a usual one, and a report's. */
public enum Text {
  CHARS_300,
  CHARS_3000;

  /** A query of {@code users} by its new name. */
  String tracked() {
    String name = "statement-" + name().substring("CHARS_".length()) + ".sql";
    try (InputStream content = Text.class.getResourceAsStream(name)) {
      if (content == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of a table that is in no transition. */
  String untracked() {
    return tracked().replace(" users", " clerks");
  }
}
