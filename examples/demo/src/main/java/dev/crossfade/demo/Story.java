package dev.crossfade.demo;

import dev.crossfade.demo.Commands.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rename, step by step. What must not be is kept as a problem, or ends the story. */
final class Story {

  private final Settings settings;
  private final Screen screen;
  private final Server server;
  private final Fleet fleet;
  private final Commands commands;
  private final Load load;
  private final PhaseTimes times;
  private final List<Summary.Ruling> rulings = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  /** A story in which {@code fleet} runs against {@code server}. */
  Story(Settings settings, Screen screen, Server server, Fleet fleet) {
    this.settings = settings;
    this.screen = screen;
    this.server = server;
    this.fleet = fleet;
    this.commands =
        new Commands(screen, server.url(), fleet.directory(), fleet.phases(), fleet.reports());
    this.load = new Load(settings.clients(), settings.rows(), settings.rate());
    this.times = new PhaseTimes(load.tally());
  }

  /** Tells it; services and clients have ended when it returns, the database is still up. */
  Summary tell() throws IOException, InterruptedException, SQLException {
    try (Connection connection = server.connect()) {
      Seed.create(connection, settings.rows());
    }
    screen.note(
        String.format(Locale.ROOT, "%,d users, with full_name and an index", settings.rows()));

    screen.step("web 1 and the nightly report run; they know nothing of Crossfade but the agent");
    Web web1 = fleet.web1();
    Application nightly1 = fleet.nightly1();
    times.enter("BEFORE");
    load.balancer().add(web1.service());
    load.start();
    soak();

    screen.step("Expand: add display_name, with what full_name has");
    done(commands.expand());

    screen.step("Deploy web 2, which says display_name, beside web 1");
    screen.command("echo users.display_name=BEFORE > $DIR/" + fleet.phases().getFileName());
    Files.writeString(fleet.phases(), "users.display_name=BEFORE\n");
    Web web2 = fleet.web2();
    load.balancer().add(web2.service());
    screen.note(web2.service().health() + " and " + web1.service().health() + " both serve");
    soak();

    screen.step("DUAL_WRITE: web 2 writes both columns, web 1 beside it still one");
    advance("DUAL_WRITE", web2);
    soak();

    screen.step("Retire web 1, so that nothing writes full_name alone any more");
    load.balancer().drain(web1.service());
    retire(web1.application());
    screen.note("drained and stopped");

    screen.step("Backfill what was written before, or by web 1 alone");
    done(commands.backfill());
    done(commands.verify());

    screen.step("FALLBACK_READ: read display_name, and full_name where it is still NULL");
    advance("FALLBACK_READ", web2);
    soak();

    screen.step("NEW_READ: read display_name only");
    advance("NEW_READ", web2);
    soak();

    screen.step("May full_name go? Ask the gate");
    hold(commands.gate(settings.windowSeconds()));

    screen.step("Deploy nightly 2, which says display_name");
    retire(nightly1);
    Application nightly2 = fleet.nightly2();
    nightly2.awaitLine("a report", Story::isReport);

    screen.step("AFTER: full_name is no longer written; its NOT NULL goes first");
    advance("AFTER", web2);

    screen.step("What expand left to us: NOT NULL, now that there is no way back");
    Schema.NOT_NULL.forEach(sql -> screen.command("psql \"${URL#jdbc:}\" -c '" + sql + "'"));
    try (Connection connection = server.connect()) {
      Schema.run(connection, Schema.NOT_NULL);
    }

    screen.step("Wait until the gate's window lies wholly behind all of that");
    // The agent flushes every second, and a flush may have begun just before.
    pause(settings.windowSeconds() + 2);
    pass(commands.gate(settings.windowSeconds()));

    screen.step("Contract: drop full_name");
    done(commands.contract(settings.windowSeconds()));
    times.enter("contracted");
    soak();

    screen.step(
        "Stop the clients and services, and hold the whole table against what they were promised");
    List<Rows> promised = load.stop();
    times.end();
    retire(web2.application());
    retire(nightly2);
    return end(promised, nightly1, nightly2);
  }

  private Summary end(List<Rows> promised, Application... nightly) throws SQLException {
    Audit audit;
    try (Connection connection = server.connect()) {
      audit = Audit.of(connection, settings.rows(), promised, "display_name");
      problems.addAll(Schema.problems(connection));
    }
    Tally tally = load.tally();
    tally.failures().forEach(failure -> problems.add("a request failed: " + failure));
    audit.examples().forEach(row -> problems.add("not as promised: " + row));
    List<String> reports = new ArrayList<>();
    for (Application job : nightly) {
      job.lines().stream().filter(Story::isReport).forEach(reports::add);
    }
    long wrong = reports.stream().filter(report -> !report.endsWith(", 0 without a name")).count();
    if (wrong > 0) {
      problems.add("nightly reports are wrong: " + wrong);
    }
    return new Summary(
        screen.seconds(),
        times.spans(),
        tally.served.sum(),
        tally.failed.sum(),
        tally.acknowledged.sum(),
        audit,
        reports.size(),
        wrong,
        rulings,
        problems);
  }

  private static boolean isReport(String line) {
    return line.startsWith("report: ");
  }

  private static void retire(Application application) throws InterruptedException {
    if (!application.isAlive()) {
      throw new IllegalStateException(application + " had ended by itself" + application.tail());
    }
    application.stop();
  }

  private void done(Outcome outcome) {
    if (outcome.exit() != 0) {
      throw new IllegalStateException("the command ended with exit code " + outcome.exit());
    }
  }

  private void advance(String phase, Web web) throws IOException, InterruptedException {
    done(commands.advance(phase));
    web.awaitPhase(phase);
    times.enter(phase);
    screen.note(web.service().health() + ": it follows, without a restart");
  }

  private void hold(Outcome outcome) {
    Summary.Ruling ruling = Summary.Ruling.of(outcome);
    rulings.add(ruling);
    if (outcome.exit() != 1
        || !ruling.verdict().equals("HOLD")
        || !ruling.holding().contains("reads")
        || ruling.callSite().isEmpty()) {
      throw new IllegalStateException("the gate did not hold for the nightly report");
    }
    screen.note(
        "Exit code 1, as it should be: "
            + ruling.callSite()
            + " still reads it.\nIn AFTER, where full_name is no longer written, it would count"
            + " users without a name.");
  }

  private void pass(Outcome outcome) {
    Summary.Ruling ruling = Summary.Ruling.of(outcome);
    rulings.add(ruling);
    if (outcome.exit() != 0 || !ruling.verdict().equals("PASS")) {
      throw new IllegalStateException("the gate did not pass");
    }
  }

  private void soak() throws InterruptedException {
    pause(settings.soakSeconds());
  }

  private void pause(int seconds) throws InterruptedException {
    Thread.sleep(seconds * 1_000L);
    Tally tally = load.tally();
    screen.note(
        String.format(
            Locale.ROOT,
            "%,d requests served so far, %,d failed",
            tally.served.sum(),
            tally.failed.sum()));
    if (!tally.failures().isEmpty()) {
      screen.note("the first failure: " + tally.failures().get(0));
    }
  }
}
