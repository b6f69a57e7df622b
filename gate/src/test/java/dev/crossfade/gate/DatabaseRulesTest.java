package dev.crossfade.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.migrate.Backfill;
import dev.crossfade.migrate.BackfillPolicy;
import dev.crossfade.migrate.DdlPolicy;
import dev.crossfade.migrate.Expand;
import dev.crossfade.migrate.Progress;
import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Transitions;
import dev.crossfade.server.Database;
import dev.crossfade.server.OneDatabase;
import dev.crossfade.testing.Postgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules database and data, on a real database. */
class DatabaseRulesTest {

  private static Postgres users() {
    return OneDatabase.emptied()
        .run(
            "CREATE TABLE users (id int PRIMARY KEY, full_name text, email text);"
                + "INSERT INTO users VALUES (1, 'a', 'x'), (2, NULL, 'y'), (3, 'c', 'z')");
  }

  private static Postgres migrated() {
    Postgres postgres = users();
    expand(postgres);
    new Backfill(database(postgres), Asking.RENAME).run(BackfillPolicy.DEFAULT, Progress.SILENT);
    return postgres;
  }

  private static void expand(Postgres postgres) {
    new Expand(database(postgres), Asking.RENAME, false).run(DdlPolicy.DEFAULT, Progress.SILENT);
  }

  private static Database database(Postgres postgres) {
    return Database.of(postgres.url(), null, null);
  }

  private static ServerEvidence evidence(Postgres postgres, boolean named) {
    return evidence(database(postgres), named ? "users.full_name" : "users.email", named);
  }

  private static ServerEvidence evidence(Database database, String column, boolean named) {
    return ServerEvidence.gather(
        database,
        new Question(
            ColumnName.parse(column),
            named ? Asking.RENAME : null,
            Transitions.none(),
            Duration.ofDays(7),
            ReportText.NOW,
            List.of(),
            Acceptances.NONE,
            Duration.ofSeconds(5)));
  }

  private static Asking asking(Postgres postgres) {
    return Asking.usual().server(evidence(postgres, true));
  }

  @Nested
  class DatabaseItself extends RuleContract {
    DatabaseItself() {
      super("database");
    }

    @Test
    void withoutAUrlItIsNotAsked() {
      assertThat(finding(Asking.usual()).outcome()).isEqualTo(Outcome.NOT_ASKED);
    }

    @Test
    void aTableWithoutDependentsPasses() {
      passes(asking(migrated()));
    }

    @Test
    void aViewHolds() {
      Postgres postgres = migrated().run("CREATE VIEW names AS SELECT full_name FROM users");
      holds(asking(postgres), "The column is needed by view public.names");
    }

    @Test
    void aFunctionsBodyHoldsUntilAccepted() {
      Postgres postgres =
          migrated()
              .run(
                  "CREATE FUNCTION greet() RETURNS text LANGUAGE sql AS"
                      + " 'SELECT full_name FROM users LIMIT 1'");
      holds(asking(postgres), "--accept-dependent 'public.greet()=REASON'");
      passes(asking(postgres).acceptingDependent("public.greet()"));
    }

    @Test
    void anIndexOfSeveralColumnsHoldsUntilItsCounterpartStands() {
      Postgres postgres = migrated().run("CREATE INDEX pair ON users (email, full_name)");
      holds(asking(postgres), "DROP COLUMN would take away index public.pair");
      expand(postgres);
      passes(asking(postgres));
    }

    @Test
    void itsOwnIndexIsANote() {
      Postgres postgres = migrated().run("CREATE INDEX own ON users (full_name)");
      passes(asking(postgres));
      assertThat(finding(asking(postgres)).notes())
          .containsExactly("index public.own goes with the column");
    }

    @Test
    void aColumnThatDoesNotExistHolds() {
      Postgres postgres =
          OneDatabase.emptied().run("CREATE TABLE users (id int PRIMARY KEY, display_name text)");
      holds(asking(postgres), "there is no column users.full_name");
    }

    @Test
    void aTableThatDoesNotExistHolds() {
      holds(asking(OneDatabase.emptied()), "There is no table users");
    }

    @Test
    void aDatabaseThatDoesNotAnswerHolds() {
      Database nowhere =
          Database.of("jdbc:postgresql://localhost:1/none", "nobody", "secret-canary");
      Asking asking = Asking.usual().server(evidence(nowhere, "users.full_name", true));
      holds(asking, "The database could not be asked");
      assertThat(VerdictText.of(asking.about(reports))).doesNotContain("canary");
    }
  }

  @Nested
  class Data extends RuleContract {
    Data() {
      super("data");
    }

    @Test
    void withoutAUrlItIsNotAsked() {
      assertThat(finding(Asking.usual()).outcome()).isEqualTo(Outcome.NOT_ASKED);
    }

    @Test
    void withoutATransitionItIsNotAsked() {
      Asking asking = Asking.usual().server(evidence(migrated(), false));
      assertThat(finding(asking).outcome()).isEqualTo(Outcome.NOT_ASKED);
    }

    @Test
    void migratedRowsPass() {
      passes(asking(migrated()));
    }

    @Test
    void rowsWrittenInAfterMayDiffer() {
      passes(asking(migrated().run("UPDATE users SET display_name = 'new' WHERE id = 1")));
    }

    @Test
    void aValueInTheOldColumnOnlyHoldsUntilAccepted() {
      Postgres postgres = migrated().run("UPDATE users SET display_name = NULL WHERE id = 3");
      holds(asking(postgres), "1 of 3 rows have a value in the old column only");
      passes(asking(postgres).acceptingData());
    }

    @Test
    void aMissingNewColumnHolds() {
      holds(asking(users()), "the new column does not exist");
    }

    @Test
    void aNewColumnThatIsNotMarkedHolds() {
      Postgres postgres =
          users()
              .run("ALTER TABLE users ADD display_name text; UPDATE users SET display_name = ''");
      holds(asking(postgres), "display_name is not marked as taking the place of full_name");
    }
  }
}
