package dev.crossfade.gate;

import dev.crossfade.gate.report.ReportReader;
import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transitions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A question to the gate, by default the usual one: may users.full_name go after seven days? */
record Asking(
    String column,
    Duration window,
    List<String> services,
    Acceptances accepted,
    List<Rename> others,
    ServerEvidence server) {

  static final Rename RENAME =
      new Rename(new TableName(null, "users"), "full_name", "display_name", Phase.BEFORE);

  static Asking usual() {
    return new Asking(
        "users.full_name",
        Duration.ofDays(7),
        List.of("web", "nightly"),
        Acceptances.NONE,
        List.of(),
        null);
  }

  Asking column(String name) {
    return new Asking(name, window, services, accepted, others, server);
  }

  Asking window(Duration duration) {
    return new Asking(column, duration, services, accepted, others, server);
  }

  Asking expecting(String... names) {
    return new Asking(column, window, List.of(names), accepted, others, server);
  }

  Asking acceptingCutOff(String instance) {
    return new Asking(
        column,
        window,
        services,
        new Acceptances(Map.of(instance, "oom, seen in the log"), Map.of(), Map.of(), null),
        others,
        server);
  }

  Asking acceptingUntracked(String service) {
    return new Asking(
        column,
        window,
        services,
        new Acceptances(Map.of(), Map.of(service, "another database"), Map.of(), null),
        others,
        server);
  }

  Asking acceptingDependent(String name) {
    return new Asking(
        column,
        window,
        services,
        new Acceptances(Map.of(), Map.of(), Map.of(name, "unused"), null),
        others,
        server);
  }

  Asking acceptingData() {
    return new Asking(
        column,
        window,
        services,
        new Acceptances(Map.of(), Map.of(), Map.of(), "set to NULL on request"),
        others,
        server);
  }

  Asking knowing(Rename other) {
    return new Asking(column, window, services, accepted, List.of(other), server);
  }

  Asking server(ServerEvidence evidence) {
    return new Asking(column, window, services, accepted, others, evidence);
  }

  Verdict about(Path... directories) {
    List<Rename> known = new ArrayList<>(others);
    known.add(RENAME);
    Question question =
        new Question(
            ColumnName.parse(column),
            RENAME,
            Transitions.of(known),
            window,
            ReportText.NOW,
            services,
            accepted,
            Duration.ofSeconds(5));
    return Gate.judge(new Evidence(question, ReportReader.read(List.of(directories)), server));
  }
}
