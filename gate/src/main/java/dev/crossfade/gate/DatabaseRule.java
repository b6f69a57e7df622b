package dev.crossfade.gate;

import dev.crossfade.server.Dependent;
import dev.crossfade.server.Dependent.Effect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code database}: nothing in the database itself needs the column. */
final class DatabaseRule implements Rule {

  @Override
  public String id() {
    return "database";
  }

  @Override
  public Finding judge(Evidence evidence) {
    ServerEvidence server = evidence.server();
    if (server == null) {
      return Finding.notAsked(id(), "no --url: views, functions and constraints are not checked");
    }
    if (server.failure() != null) {
      return Finding.of(
          id(),
          List.of(
              new Reason(
                  "The database could not be asked.",
                  server.where(),
                  server.failure(),
                  "correct --url, --user or the column's name, and ask again")),
          "");
    }
    List<Reason> reasons = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Dependent dependent : server.dependents()) {
      String accepted = accepted(evidence.question(), dependent);
      String told = dependent.kind().text() + " " + dependent.name();
      if (dependent.effect() == Effect.GOES_ALONG) {
        notes.add(told + " goes with the column");
      } else if (dependent.effect() == Effect.MENTIONS) {
        notes.add(told + " holds the column's name, but not the table's");
      } else if (accepted != null) {
        notes.add(told + ", accepted: " + accepted);
      } else if (dependent.effect() == Effect.TAKEN_AWAY
          && server.replaced().contains(dependent.name())) {
        notes.add(told + " goes with the column, its counterpart stands");
      } else {
        reasons.add(reason(evidence.question(), dependent));
      }
    }
    return Finding.of(id(), reasons, notes, "nothing in it needs the column");
  }

  private static @Nullable String accepted(Question question, Dependent dependent) {
    return question.accepted().dependents().get(dependent.name());
  }

  private static Reason reason(Question question, Dependent dependent) {
    String name = dependent.name();
    String told = dependent.kind().text() + " " + name;
    String accept = "--accept-dependent '" + name + "=REASON'";
    return switch (dependent.effect()) {
      case REFUSES ->
          new Reason(
              "The column is needed by " + told + ".",
              dependent.description(),
              "PostgreSQL refuses DROP COLUMN while it exists",
              "change it to use " + question.replacement() + ", or drop it");
      case MAY_BREAK ->
          new Reason(
              "The column is named in the body of " + told + ".",
              dependent.description(),
              "PostgreSQL does not track what a body uses: it would fail when it next runs",
              "change it to use " + question.replacement() + ", or " + accept);
      case LOSES_A_FIELD ->
          new Reason(
              "Whole rows of the table are read by " + told + ".",
              dependent.description(),
              "its rows would lose the column without an error",
              "let it name its columns, or " + accept);
      default ->
          new Reason(
              "DROP COLUMN would take away " + told + ".",
              dependent.description(),
              "it serves other columns too, and PostgreSQL drops it without a word",
              "create its counterpart on " + question.replacement() + ", or " + accept);
    };
  }
}
