package dev.crossfade.processor.model;

import java.util.Locale;

/**
 * What Spring Boot and Hibernate call a table or column that no annotation names ({@code
 * CamelCaseToUnderscoresNamingStrategy}): {@code displayName} is {@code display_name}, {@code
 * userID} is {@code userid}.
 */
public final class DefaultNaming {

  private DefaultNaming() {}

  /** The name made from a class's or attribute's. */
  public static StatedName of(String javaName) {
    return new StatedName(javaName, snakeCase(javaName), StatedName.Origin.DEFAULT);
  }

  /** An underscore stands where a capital is between two lower-case letters. */
  public static String snakeCase(String name) {
    return separate(name, false);
  }

  /** As newer versions of Hibernate do it, to which a digit is a lower-case letter. */
  public static String snakeCaseByNewerRule(String name) {
    return separate(name, true);
  }

  private static String separate(String name, boolean digitsAreLower) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean inside = i > 0 && i < name.length() - 1;
      if (inside
          && Character.isUpperCase(c)
          && isLower(name.charAt(i - 1), digitsAreLower)
          && isLower(name.charAt(i + 1), digitsAreLower)) {
        text.append('_');
      }
      text.append(c == '.' ? '_' : c);
    }
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isLower(char c, boolean digitsAreLower) {
    return Character.isLowerCase(c) || (digitsAreLower && Character.isDigit(c));
  }
}
