package dev.crossfade.processor.write;

import com.palantir.javapoet.NameAllocator;
import dev.crossfade.model.Identifier;
import dev.crossfade.model.Transition;
import java.util.Locale;

/**
 * A column in transition and what generated code calls the things about it. Immutable.
 *
 * @param transition the transition
 * @param constant the constant that holds it
 * @param fallbacks the constant that counts its fallback reads
 * @param phase the field that holds its phase
 * @param isNull the variable that says that a primitive's column was NULL
 * @param readList the variable that holds the columns to select
 * @param writeList the variable that holds the columns to insert
 * @param values the variable that holds their parameters
 * @param assignments the variable that holds what an UPDATE sets
 * @param columnMethod the method that names the column to compare with
 */
record Moving(
    Transition transition,
    String constant,
    String fallbacks,
    String phase,
    String isNull,
    String readList,
    String writeList,
    String values,
    String assignments,
    String columnMethod) {

  static Moving of(Transition transition, String attribute, NameAllocator names) {
    String constant = names.newName(upperCase(attribute));
    return new Moving(
        transition,
        constant,
        names.newName(constant + "_FALLBACKS"),
        names.newName(attribute + "Phase"),
        names.newName(attribute + "IsNull"),
        names.newName(attribute + "Read"),
        names.newName(attribute + "Written"),
        names.newName(attribute + "Values"),
        names.newName(attribute + "Set"),
        names.newName(attribute + "Column"));
  }

  String oldColumn() {
    return Identifier.render(transition.oldColumn());
  }

  String newColumn() {
    return Identifier.render(transition.newColumn());
  }

  /** {@code displayName} as {@code DISPLAY_NAME}. */
  static String upperCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
