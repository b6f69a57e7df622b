package dev.crossfade.cli;

import dev.crossfade.migrate.Descriptors;
import dev.crossfade.migrate.Spelling;
import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which transition. */
final class TransitionOptions {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TRANSITION",
      description = {
        "table.old_column:new_column, or either column's name together with --descriptors."
      })
  @Nullable String name;

  @Option(
      names = "--descriptors",
      paramLabel = "DIR-OR-JAR",
      description = "Where a build's transitions are declared (repeatable).")
  List<Path> descriptors = new ArrayList<>();

  /** All that the descriptors declare. */
  Transitions declared() {
    return descriptors.isEmpty() ? Transitions.none() : Descriptors.read(descriptors);
  }

  /** The one transition that the command is about. */
  Transition required() {
    Transition found = optional();
    if (found == null) {
      throw new CrossfadeException(
          new Problem(
              "transition-not-spelled",
              "The command does not say which column takes the other's place.",
              name == null ? "the command line" : name,
              "without descriptors nothing else tells",
              "write table.old_column:new_column, or add --descriptors DIR-OR-JAR"));
    }
    return found;
  }

  /** The transition, or null where only a column is named and nothing declares its transition. */
  @Nullable Transition optional() {
    if (name == null) {
      return null;
    }
    if (Spelling.spellsOut(name)) {
      return Spelling.parse(name);
    }
    return descriptors.isEmpty() ? null : declared().get(ColumnName.parse(name));
  }

  /** The named column, or the old column of the named transition. */
  ColumnName column() {
    Transition transition = optional();
    if (transition != null) {
      return transition.tracked();
    }
    if (name == null) {
      required();
    }
    return ColumnName.parse(String.valueOf(name));
  }
}
