package dev.crossfade.phase;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** Reads {@code transition=phase} entries from each place they may stand in. */
final class PhaseEntries {

  private static final String PREFIX = "crossfade.phase.";

  private PhaseEntries() {}

  static Map<Transition, Phase> ofEnvironment(
      Transitions transitions, Map<String, String> environment) {
    return ofList(
        transitions,
        environment.getOrDefault("CROSSFADE_PHASES", ""),
        "environment variable CROSSFADE_PHASES");
  }

  static Map<Transition, Phase> ofList(Transitions transitions, String list, String where) {
    Map<Transition, Phase> entries = new LinkedHashMap<>();
    for (String entry : list.split("[,;\\s]+")) {
      if (entry.isEmpty()) {
        continue;
      }
      int equals = entry.lastIndexOf('=');
      if (equals < 1) {
        throw new CrossfadeException(
            new Problem(
                "bad-phase-entry",
                "\"" + entry + "\" does not say which transition is in which phase.",
                where,
                "an entry is table.column=PHASE, and a comma stands between entries",
                "write for example CROSSFADE_PHASES=\"users.display_name=DUAL_WRITE\""));
      }
      add(entries, transitions, entry.substring(0, equals), entry.substring(equals + 1), where);
    }
    return entries;
  }

  /**
   * @param kind what the properties are, for an error
   */
  static Map<Transition, Phase> ofProperties(
      Transitions transitions, Properties properties, String kind) {
    Map<Transition, Phase> entries = new LinkedHashMap<>();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (name.startsWith(PREFIX)) {
        add(
            entries,
            transitions,
            name.substring(PREFIX.length()),
            properties.getProperty(name),
            kind + name);
      }
    }
    return entries;
  }

  /**
   * A fleet may share one file: a line about a table that has no transition here is another
   * service's. A line about a table that has one must name it.
   */
  static Map<Transition, Phase> ofFile(Transitions transitions, String content, String file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new CrossfadeException(
          new Problem(
              "bad-phase-entry",
              "The phases file is not a properties file.",
              file,
              "a backslash-u in it is not followed by four hexadecimal digits",
              "write lines such as users.display_name=DUAL_WRITE"),
          e);
    }
    Map<Transition, Phase> entries = new LinkedHashMap<>();
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (isOurs(transitions, name)) {
        add(entries, transitions, name, properties.getProperty(name), file);
      }
    }
    return entries;
  }

  private static boolean isOurs(Transitions transitions, String name) {
    ColumnName column = ColumnName.parse(name);
    return transitions.all().stream().anyMatch(t -> t.table().mayBe(column.table()));
  }

  private static void add(
      Map<Transition, Phase> entries,
      Transitions transitions,
      String name,
      String value,
      String where) {
    Transition transition = transitions.get(ColumnName.parse(name));
    Phase phase = Phase.parse(value, where + ", " + name);
    Phase other = entries.putIfAbsent(transition, phase);
    if (other != null && other != phase) {
      throw new CrossfadeException(
          new Problem(
              "phase-named-twice",
              transition.id() + " is said to be in " + other + " and in " + phase + ".",
              where,
              "a transition answers to its new and to its old column, and both are named here",
              "remove one of the two entries"));
    }
  }
}
