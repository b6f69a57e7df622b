package dev.crossfade.compatibility.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the DSL and records can do beyond the contract. */
class QueriesTest extends Staged<JooqPeople> {

  @Override
  protected JooqPeople open(Version version, DataSource dataSource) {
    return new JooqPeople(version, dataSource);
  }

  @ParameterizedTest
  @EnumSource
  void aMultisetNestsRows(Side reader) {
    JooqPeople app = read(reader);
    var nested =
        app.jooq()
            .select(
                app.people.name,
                multiset(
                    select(app.notes.id, app.notes.text)
                        .from(app.notes)
                        .where(app.notes.personId.eq(app.people.id))
                        .orderBy(app.notes.id)))
            .from(app.people)
            .where(app.people.id.in(1L, 3L))
            .orderBy(app.people.id)
            .fetch();
    assertThat(nested.get(0).value1()).isEqualTo("Ada");
    assertThat(nested.get(0).value2().getValues(app.notes.text)).containsExactly("first", "second");
    assertThat(nested.get(1).value1()).isNull();
    assertThat(nested.get(1).value2()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsByTheDsl(Side reader) {
    JooqPeople app = read(reader);
    PeopleTable p = app.people;
    var p2 = p.as("p2");
    assertThat(
            app.jooq()
                .select(when(p.name.isNull(), inline("none")).otherwise(lower(p.name)))
                .from(p)
                .where(p.id.lt(4L))
                .orderBy(p.id)
                .fetch(0))
        .isEqualTo(List.of("ada", "grace", "none"));
    assertThat(
            app.jooq()
                .select(p2.field(p.name))
                .from(p2)
                .whereExists(
                    selectOne()
                        .from(app.notes)
                        .where(
                            app.notes.personId.eq(p2.field(p.id)).and(app.notes.text.like("f%"))))
                .orderBy(p2.field(p.id))
                .fetch(p2.field(p.name)))
        .containsExactly("Ada", "Ada");
    assertThat(
            app.jooq()
                .select(p.name)
                .from(p)
                .where(row(p.name, p.age).in(List.of(row("Ada", 20), row("Grace", 1))))
                .fetch(p.name))
        .containsExactly("Ada");
    var ages =
        name("ages")
            .fields("who", "n")
            .as(select(p.name, rowNumber().over().partitionBy(p.name).orderBy(p.age)).from(p));
    assertThat(
            app.jooq()
                .with(ages)
                .select(field(name("ages", "who"), String.class))
                .from(ages)
                .where(field(name("ages", "n"), Integer.class).eq(2))
                .fetch(0))
        .isEqualTo(List.of("Ada"));
    assertThat(
            app.jooq()
                .select(p.name)
                .from(p)
                .where(p.id.eq(1L))
                .union(select(p.name).from(p).where(p.id.eq(2L)))
                .orderBy(1)
                .fetch(p.name))
        .containsExactly("Ada", "Grace");
    assertThat(
            app.jooq()
                .select(p.name)
                .distinctOn(p.name)
                .from(p)
                .where(p.name.isNotNull())
                .orderBy(p.name, p.age)
                .fetch(p.name))
        .containsExactly("Ada", "Grace", "O'Hara", "Über 100%");
  }

  @ParameterizedTest
  @EnumSource
  void aRecordIsStoredRefreshedAndDeleted(Side writer) throws SQLException {
    JooqPeople app = by(writer);
    PeopleRecord record = app.jooq().newRecord(app.people);
    record.set(app.people.name, "Recorded");
    record.set(app.people.email, "recorded@x");
    record.set(app.people.age, 3);
    assertThat(record.store()).isEqualTo(1);
    long id = record.get(app.people.id);
    record.set(app.people.name, "Stored");
    assertThat(record.store()).isEqualTo(1);
    by(writer.other()).rename(id, "Changed");
    record.refresh();
    assertThat(record.get(app.people.name)).isEqualTo("Changed");
    model().put(app.toPerson(record));
    checkRows();
    assertThat(record.delete()).isEqualTo(1);
    model().delete(id);
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void recordsAreStoredInABatch(Side writer) throws SQLException {
    JooqPeople app = by(writer);
    Result<PeopleRecord> records =
        app.jooq().selectFrom(app.people).where(app.people.id.in(1L, 2L, 3L)).fetch();
    records.forEach(record -> record.set(app.people.name, "batch " + record.get(app.people.id)));
    app.jooq().batchUpdate(records).execute();
    for (long id = 1; id <= 3; id++) {
      model().save(model().find(id).withName("batch " + id));
    }
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void writesReturn(Side writer) throws SQLException {
    JooqPeople app = by(writer);
    PeopleTable p = app.people;
    assertThat(
            app.jooq()
                .update(p)
                .set(p.name, p.name.concat(" the ").concat(p.age.cast(String.class)))
                .where(p.name.eq("Ada"))
                .returning(p.id, p.name)
                .fetch()
                .sortAsc(p.id)
                .getValues(p.name))
        .containsExactly("Ada the 36", "Ada the 20");
    model().rename(1, "Ada the 36");
    model().rename(4, "Ada the 20");
    assertThat(
            app.jooq().deleteFrom(p).where(p.id.eq(5L)).returningResult(p.name).fetchOne().value1())
        .isEqualTo("Über 100%");
    model().delete(5);
    app.jooq().update(p).set(row(p.name, p.age), row("both", 1)).where(p.id.eq(6L)).execute();
    model().rename(6, "both");
    checkRows();
    assertThat(app.jooq().fetchValue(select(max(p.age)).from(p).where(p.name.eq("both"))))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreMerged(Side writer) throws SQLException {
    JooqPeople app = by(writer);
    PeopleTable p = app.people;
    app.jooq()
        .mergeInto(p)
        .usingDual()
        .on(p.email.eq("ada@x"))
        .whenMatchedThenUpdate()
        .set(p.name, "merged")
        .whenNotMatchedThenInsert(p.name, p.email, p.age)
        .values("merged", "ada@x", 1)
        .execute();
    model().rename(1, "merged");
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void insertsFromASelect(Side writer) {
    JooqPeople app = by(writer);
    app.jooq()
        .insertInto(app.notes, app.notes.personId, app.notes.text)
        .select(
            select(app.people.id, app.people.name.concat(" wrote this"))
                .from(app.people)
                .where(app.people.name.eq("Grace")))
        .execute();
    assertThat(read(writer.other()).notesOf("Grace")).containsExactly("third", "Grace wrote this");
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreLoaded(Side writer) throws Exception {
    JooqPeople app = by(writer);
    app.jooq()
        .loadInto(app.people)
        .batchAfter(2)
        .loadArrays(
            new Object[] {101L, "one", "one@load", 1},
            new Object[] {102L, null, "two@load", 2},
            new Object[] {103L, "three", "three@load", 3})
        .fields(app.people.id, app.people.name, app.people.email, app.people.age)
        .execute();
    model().put(new Person(101, "one", "one@load", 1, 0));
    model().put(new Person(102, null, "two@load", 2, 0));
    model().put(new Person(103, "three", "three@load", 3, 0));
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aPlainRowIsLocked(Side writer) throws SQLException {
    JooqPeople app = by(writer);
    app.inTransaction(
        () -> {
          Record locked =
              app.jooq()
                  .selectFrom(app.people)
                  .where(app.people.name.eq("Grace"))
                  .forUpdate()
                  .fetchOne();
          app.rename(locked.get(app.people.id), "locked");
        });
    model().rename(2, "locked");
    checkRows();
  }
}
