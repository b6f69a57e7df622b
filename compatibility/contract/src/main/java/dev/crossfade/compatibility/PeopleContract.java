package dev.crossfade.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crossfade.compatibility.Stage.Side;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an application may expect of its framework over the proxy, at every stage of a rename: one
 * instance writes, both read what the {@link Model} says, and the stored rows hold what the stage
 * promises. The stages without a proxy show that the same holds of the framework alone.
 */
public abstract class PeopleContract extends Staged<People> {

  private static final String LONG_TEXT = "ä".repeat(1000);

  @ParameterizedTest
  @EnumSource
  void whatIsThereIsRead(Side reader) throws SQLException {
    scenario().agrees(read(reader));
  }

  @ParameterizedTest
  @EnumSource
  void aPersonIsInserted(Side writer) throws SQLException {
    scenario().insert(writer, Person.of("Alan", "alan@x", 41));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aPersonWithoutNameIsInserted(Side writer) throws SQLException {
    scenario().insert(writer, Person.of(null, "none@x", 41));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void peopleAreInsertedInABatch(Side writer) throws SQLException {
    List<Person> some =
        Stream.of("Alan", null, "Ada", "Barbara", "Edsger", "Donald", "?", "'; --")
            .map(name -> Person.of(name, name + "@batch", 50))
            .toList();
    List<Long> keys = by(writer).insertAll(some);
    assertThat(keys).hasSameSizeAs(some).doesNotHaveDuplicates();
    for (int i = 0; i < keys.size(); i++) {
      model().put(some.get(i).withId(keys.get(i)));
    }
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aPersonIsRenamed(Side writer) throws SQLException {
    scenario().same(writer, all -> all.rename(1, "Ada Lovelace"));
    scenario().same(writer, all -> all.rename(2, "Grace Hopper"));
    scenario().same(writer, all -> all.rename(99, "nobody"));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aNameIsTakenAwayAndGiven(Side writer) throws SQLException {
    scenario().same(writer, all -> all.rename(1, null));
    scenario().same(writer, all -> all.rename(2, null));
    scenario().same(writer, all -> all.rename(3, "Somebody"));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void peopleAreRenamedInABatch(Side writer) throws SQLException {
    Map<Long, String> names = new TreeMap<>();
    for (long id = 1; id <= 6; id++) {
      names.put(id, id == 5 ? null : "name " + id);
    }
    scenario()
        .same(
            writer,
            all -> {
              all.renameAll(names);
              return 0;
            });
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void everybodyOfANameIsRenamed(Side writer) throws SQLException {
    scenario().same(writer, all -> all.renameNamed("Ada", "Augusta"));
    scenario().same(writer, all -> all.renameNamed("Ada", "nobody"));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aNameIsComputedFromItself(Side writer) throws SQLException {
    for (long id : new long[] {1, 2, 3, 5}) {
      scenario().same(writer, all -> all.shout(id));
    }
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aSaveCountsTheVersion(Side writer) throws SQLException {
    scenario().same(writer, all -> all.save(new Person(2, "Grace Hopper", "grace@x", 86, 3)));
    scenario().same(writer, all -> all.save(new Person(3, null, "nobody@x", 42, 0)));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aSaveOverSomebodyElsesIsRefused(Side writer) throws SQLException {
    scenario().same(writer, all -> all.save(new Person(2, "first", "grace@x", 86, 3)));
    scenario().same(writer.other(), all -> all.save(new Person(2, "second", "grace@x", 87, 3)));
    scenario().same(writer.other(), all -> all.save(new Person(2, "third", "grace@x", 88, 4)));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void anUpsertInserts(Side writer) throws SQLException {
    assumeTrue(by(writer).upserts(), "this framework has no upsert");
    scenario().upsert(writer, Person.of("Alan", "alan@x", 41));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void anUpsertUpdates(Side writer) throws SQLException {
    assumeTrue(by(writer).upserts(), "this framework has no upsert");
    scenario().upsert(writer, Person.of("Ada Lovelace", "ada@x", 37));
    scenario().upsert(writer, Person.of(null, "grace@x", 86));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aPersonIsDeleted(Side writer) throws SQLException {
    scenario().same(writer, all -> all.delete(5));
    scenario().same(writer, all -> all.delete(99));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void everybodyOfANameIsDeleted(Side writer) throws SQLException {
    scenario().same(writer, all -> all.deleteNamed("O'Hara"));
    scenario().same(writer, all -> all.deleteNamed("Über 100%"));
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aNoteIsAdded(Side writer) throws SQLException {
    scenario().addNote(writer, 1, "written by " + writer);
    scenario().addNote(writer, 3, LONG_TEXT);
    scenario().same(writer, all -> all.rename(3, "Writer"));
    agree();
    assertThat(by(writer.other()).notesOf("Writer")).containsExactly(LONG_TEXT);
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionIsOne(Side writer) throws SQLException {
    People all = by(writer);
    all.inTransaction(
        () -> {
          all.rename(1, "first");
          assertThat(all.named("first")).as("sees its own write").hasSize(1);
          assertThat(read(writer.other()).named("first")).as("nobody else does").isEmpty();
          all.renameNamed("first", "second");
        });
    model().rename(1, "second");
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionThatFailsLeavesNothing(Side writer) throws SQLException {
    People all = by(writer);
    assertThatThrownBy(
            () ->
                all.inTransaction(
                    () -> {
                      all.insert(Person.of("Alan", "alan@x", 41));
                      all.rename(1, "lost");
                      all.deleteNamed("O'Hara");
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessageContaining("on purpose");
    agree();
  }

  @ParameterizedTest
  @EnumSource
  void bothWriteTheSameRow(Side first) throws SQLException {
    scenario().same(first, all -> all.rename(1, "one"));
    scenario().same(first.other(), all -> all.shout(1));
    scenario().same(first, all -> all.renameNamed("ONE!", "two"));
    scenario().same(first.other(), all -> all.shout(1));
    agree();
  }

  @Test
  void manyRandomStepsAgreeWithTheModel() throws SQLException {
    RandomSteps steps = new RandomSteps(System.nanoTime());
    for (int i = 0; i < 80; i++) {
      steps.step(scenario());
    }
    agree();
  }

  private Scenario scenario() {
    return new Scenario(this::by, model());
  }

  private void agree() throws SQLException {
    for (Side reader : Side.values()) {
      try {
        scenario().agrees(read(reader));
      } catch (AssertionError e) {
        throw new AssertionError("read by " + stage().instance(reader) + ": " + e.getMessage(), e);
      }
    }
    checkRows();
  }
}
