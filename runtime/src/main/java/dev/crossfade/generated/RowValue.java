package dev.crossfade.generated;

import dev.crossfade.model.Problem;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The values that JDBC does not read or bind by itself. Its errors name the column and never the
 * value. Stateless.
 */
public final class RowValue {

  private static final String NULL_WITHOUT_INDICATOR = "22002";
  private static final String INVALID_REPRESENTATION = "22P02";

  private RowValue() {}

  /**
   * The error for a row whose {@code column} is NULL where the entity has the primitive {@code
   * javaType}; 0 or false instead would be written back and lose the NULL.
   */
  public static SQLException unexpectedNull(String column, String javaType) {
    return error(
        NULL_WITHOUT_INDICATOR,
        new Problem(
            "null-in-primitive",
            "A row holds NULL in " + column + ".",
            column,
            "the entity's field is " + javaType + ", which can not hold NULL",
            "make the field a wrapper type, or the column NOT NULL"));
  }

  /**
   * The constant called {@code name}; null for null.
   *
   * @throws SQLException {@code unknown-enum-value}, SQLState 22P02, if there is none
   */
  public static <E extends Enum<E>> @Nullable E named(
      E[] constants, @Nullable String name, String column) throws SQLException {
    if (name == null) {
      return null;
    }
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw unknownConstant(column);
  }

  /**
   * The constant at {@code ordinal}; null for null.
   *
   * @throws SQLException {@code unknown-enum-value}, SQLState 22P02, if there is none
   */
  public static <E extends Enum<E>> @Nullable E numbered(
      E[] constants, @Nullable Integer ordinal, String column) throws SQLException {
    if (ordinal == null) {
      return null;
    }
    if (ordinal < 0 || ordinal >= constants.length) {
      throw unknownConstant(column);
    }
    return constants[ordinal];
  }

  /** The constant's name; null for null. */
  public static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  /** The constant's ordinal, which is what JPA stores by default; null for null. */
  @SuppressWarnings("EnumOrdinal")
  public static @Nullable Integer ordinal(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.ordinal();
  }

  /** What the driver reads from a {@code timestamptz}, as an instant; null for null. */
  public static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** The instant as the driver binds it to a {@code timestamptz}; null for null. */
  public static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static SQLException unknownConstant(String column) {
    return error(
        INVALID_REPRESENTATION,
        new Problem(
            "unknown-enum-value",
            "A row holds a value in " + column + " that is no constant of the field's enum.",
            column,
            "this build can not represent the row; a newer one may have written it",
            "add the constant to the enum and deploy it before anything writes the value"));
  }

  private static SQLException error(String state, Problem problem) {
    return new SQLDataException(problem.render(), state);
  }
}
