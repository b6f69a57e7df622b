package dev.crossfade.gate.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import java.time.DateTimeException;
import java.time.Instant;

/** The fields of one line, each asked for by name and type. */
record Fields(JsonNode line) {

  String text(String field) throws BadLine {
    JsonNode value = line.get(field);
    if (value == null || !value.isTextual()) {
      throw new BadLine("field \"" + field + "\" is missing or not a text");
    }
    return value.textValue();
  }

  /** A text that is not blank. */
  String name(String field) throws BadLine {
    String value = text(field);
    if (value.isBlank()) {
      throw new BadLine("field \"" + field + "\" is blank");
    }
    return value;
  }

  long number(String field, long least) throws BadLine {
    JsonNode value = line.get(field);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new BadLine("field \"" + field + "\" is missing or not a whole number");
    }
    if (value.longValue() < least) {
      throw new BadLine("field \"" + field + "\" is less than " + least);
    }
    return value.longValue();
  }

  Instant instant(String field) throws BadLine {
    try {
      return Instant.parse(text(field));
    } catch (DateTimeException e) {
      throw new BadLine("field \"" + field + "\" is not an instant in UTC");
    }
  }

  ColumnName column(String field) throws BadLine {
    try {
      return ColumnName.parse(text(field));
    } catch (CrossfadeException | IllegalArgumentException e) {
      throw new BadLine("field \"" + field + "\" is not a column's name");
    }
  }

  Phase phase(String field) throws BadLine {
    try {
      return Phase.valueOf(text(field));
    } catch (IllegalArgumentException e) {
      throw new BadLine("field \"" + field + "\" is not a phase");
    }
  }

  Seen seen() throws BadLine {
    Seen seen = new Seen(number("count", 1), instant("first"), instant("last"));
    if (seen.last().isBefore(seen.first())) {
      throw new BadLine("\"last\" is before \"first\"");
    }
    return seen;
  }
}
