package com.acme.customers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.cli.Main;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.testing.Postgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

/** The whole way forward, and the way back from NEW_READ. */
class QuickstartTest {

  private static final String RENAME = "customers.phone_no:phone";
  private static final Transition PHONE = CustomerCrossfade.PHONE;

  @TempDir Path directory;
  private final Postgres postgres = Postgres.database();
  private final Phases phases =
      new Phases(PhaseSnapshot.declared(Transitions.load(QuickstartTest.class.getClassLoader())));
  private final Map<UUID, Customer> expected = new LinkedHashMap<>();
  private Customers customers;

  @BeforeEach
  void createTable() {
    postgres.run(
        "CREATE TABLE customers (id uuid PRIMARY KEY, email text NOT NULL UNIQUE,"
            + " phone_no text NOT NULL)");
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL(postgres.url());
    customers = new Customers(database, phases);
  }

  @Test
  void runsToCompletion() throws Exception {
    use();
    forward();
    command("advance", "--to", "AFTER", "--phases-file", phasesFile());
    phases.move(PHONE, Phase.AFTER);
    use();

    // contract would ask the gate, and the gate the agents' reports: see the demo.
    postgres.run("ALTER TABLE customers DROP COLUMN phone_no");
    use();
  }

  @Test
  void goesBackFromNewReadWithoutLoss() throws Exception {
    use();
    forward();
    for (Phase phase : new Phase[] {Phase.FALLBACK_READ, Phase.DUAL_WRITE, Phase.BEFORE}) {
      command("advance", "--to", phase.name(), "--phases-file", phasesFile());
      phases.move(PHONE, phase);
      use();
    }

    // The version before this one, which knows the old column only, finds everything.
    Map<String, String> promised = new LinkedHashMap<>();
    expected.values().forEach(one -> promised.put(one.email(), one.phone()));
    assertThat(oldNumbers()).isEqualTo(promised);

    // And forward again: what was written in BEFORE is backfilled.
    forward();
  }

  @Test
  void mainFindsWhomItAdded() throws SQLException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true));
    try {
      Quickstart.main(new String[] {postgres.url()});
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString().strip()).endsWith("@example.com]");
  }

  private void forward() throws SQLException {
    command("expand");
    use();
    for (Phase phase : new Phase[] {Phase.DUAL_WRITE, Phase.FALLBACK_READ, Phase.NEW_READ}) {
      if (phase == Phase.FALLBACK_READ) {
        command("backfill");
        command("verify");
      }
      command("advance", "--to", phase.name(), "--phases-file", phasesFile());
      phases.move(PHONE, phase);
      use();
    }
  }

  /** Writes in both ways and reads everything that was ever written, in both ways. */
  private void use() throws SQLException {
    for (String way : new String[] {"generated", "by hand"}) {
      UUID id = UUID.randomUUID();
      String email = id + "@example.com";
      Customer added = new Customer(id, email, "first of " + id);
      customers.add(added);
      expected.put(id, added);
      if (way.equals("by hand")) {
        assertThat(customers.call(email, "second of " + id)).isTrue();
        expected.put(id, new Customer(id, email, "second of " + id));
      }
    }
    for (Customer one : expected.values()) {
      assertThat(customers.find(one.id())).as(phases.snapshot().toString()).isEqualTo(one);
      assertThat(customers.at(one.phone())).containsExactly(one.email());
    }
  }

  private Map<String, String> oldNumbers() {
    Map<String, String> numbers = new LinkedHashMap<>();
    try (Connection connection = postgres.connect();
        PreparedStatement select =
            connection.prepareStatement("SELECT email, phone_no FROM customers");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        numbers.put(row.getString(1), row.getString(2));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return numbers;
  }

  private String phasesFile() {
    return directory.resolve("phases.properties").toString();
  }

  private void command(String name, String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = name;
    arguments[1] = RENAME;
    arguments[2] = "--url";
    arguments[3] = postgres.url();
    System.arraycopy(more, 0, arguments, 4, more.length);
    StringWriter printed = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(printed));
    line.setErr(new PrintWriter(printed));
    assertThat(line.execute(arguments)).as(printed::toString).isZero();
  }
}
