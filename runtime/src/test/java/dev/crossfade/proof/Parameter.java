package dev.crossfade.proof;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/**
 * A bound value as a fixture writes it: {@code text 'Ada'}, {@code int 5}, {@code unknown '5'} (the
 * server chooses the type), {@code null text}.
 *
 * @param type the type's word
 * @param value its text, null for NULL
 */
record Parameter(String type, @Nullable String value) {

  /** Reads a list separated by commas. */
  static List<Parameter> parse(String list) {
    List<Parameter> parameters = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i <= list.length(); i++) {
      if (i == list.length() || list.charAt(i) == ',' && !quoted) {
        parameters.add(one(list.substring(start, i).strip()));
        start = i + 1;
      } else if (list.charAt(i) == '\'') {
        quoted = !quoted;
      }
    }
    return List.copyOf(parameters);
  }

  private static Parameter one(String text) {
    int space = text.indexOf(' ');
    String type = text.substring(0, space);
    String value = text.substring(space + 1).strip();
    if (type.equals("null")) {
      return new Parameter(value, null);
    }
    return new Parameter(
        type, value.startsWith("'") ? value.substring(1, value.length() - 1) : value);
  }

  /** As a fixture writes it. */
  String render() {
    return value == null ? "null " + type : type + " '" + value + "'";
  }

  void bind(PreparedStatement statement, int index) throws SQLException {
    switch (type) {
      case "text" -> statement.setString(index, value);
      case "unknown" -> statement.setObject(index, value, Types.OTHER);
      case "int" ->
          statement.setObject(index, value == null ? null : Integer.valueOf(value), Types.INTEGER);
      case "bigint" ->
          statement.setObject(index, value == null ? null : Long.valueOf(value), Types.BIGINT);
      case "bool" ->
          statement.setObject(index, value == null ? null : Boolean.valueOf(value), Types.BOOLEAN);
      case "numeric" ->
          statement.setBigDecimal(index, value == null ? null : new BigDecimal(value));
      case "date" ->
          statement.setObject(index, value == null ? null : LocalDate.parse(value), Types.DATE);
      case "timestamptz" ->
          statement.setObject(
              index,
              value == null ? null : OffsetDateTime.parse(value),
              Types.TIMESTAMP_WITH_TIMEZONE);
      case "uuid" -> statement.setObject(index, value == null ? null : UUID.fromString(value));
      case "bytea" ->
          statement.setBytes(index, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
      case "text[]" ->
          statement.setArray(
              index,
              value == null
                  ? null
                  : statement.getConnection().createArrayOf("text", value.split("\\|")));
      default -> {
        PGobject object = new PGobject();
        object.setType(type);
        object.setValue(value);
        statement.setObject(index, object);
      }
    }
  }
}
