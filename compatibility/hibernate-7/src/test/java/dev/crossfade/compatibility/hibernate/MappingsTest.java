package dev.crossfade.compatibility.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.compatibility.Layout;
import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.Hibernate;
import org.hibernate.StatelessSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What mappings make Hibernate do, beyond the contract. */
class MappingsTest extends Staged<Application> {

  @Override
  protected Application open(Version version, DataSource dataSource) {
    return Application.over(version, dataSource);
  }

  @ParameterizedTest
  @EnumSource
  void lazyAssociationsAreLoaded(Side reader) {
    Application application = read(reader);
    application.run(
        session -> {
          NoteEntity note = session.find(application.note(), 3L);
          assertThat(Hibernate.isInitialized(note.person())).isFalse();
          assertThat(note.text()).isEqualTo("third");
          assertThat(note.person().name()).isEqualTo("Grace");
          assertThat(note.person().team().displayName()).isEqualTo("B");
          PersonEntity ada = session.find(application.person(), 1L);
          assertThat(ada.notes()).extracting(NoteEntity::text).containsExactly("first", "second");
        });
  }

  @ParameterizedTest
  @EnumSource
  void joinsAreFetched(Side reader) {
    Application application = read(reader);
    application.run(
        session -> {
          List<? extends PersonEntity> found =
              session
                  .createQuery(
                      "select distinct p from Person p left join fetch p.notes left join fetch p.team"
                          + " where p.name in ('Ada', 'Grace') order by p.name, p.id",
                      application.person())
                  .getResultList();
          assertThat(found).extracting(person -> person.id).containsExactly(1L, 4L, 2L);
          assertThat(found.get(0).notes()).hasSize(2);
          assertThat(Hibernate.isInitialized(found.get(0).team)).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aSubclassIsStoredAndFound(Side writer) throws SQLException {
    Application application = by(writer);
    PersonEntity employee = Application.create(application.employee());
    employee.rename("Employed");
    employee.email = "employed@x";
    employee.age = 30;
    application.run(session -> session.persist(employee));
    model().put(new Person(employee.id, "Employed", "employed@x", 30, 0));
    checkRows();
    Application other = read(writer.other());
    assertThat(
            other.<Object>get(
                session ->
                    session
                        .createQuery(
                            "from Employee e where treat(e as Employee).name = 'Employed'",
                            other.employee())
                        .getSingleResult()
                        .name()))
        .isEqualTo("Employed");
    assertThat(other.<Class<?>>get(session -> session.find(other.person(), employee.id).getClass()))
        .isEqualTo(other.employee());
  }

  @ParameterizedTest
  @EnumSource
  void dynamicStatementsEmbeddablesAndFormulas(Side writer) throws SQLException {
    Application application = by(writer);
    VisitorEntity visitor = Application.create(application.visitor());
    visitor.email = "visitor@x";
    visitor.age = 7;
    visitor.city = "Ulm";
    application.run(session -> session.persist(visitor));
    assertThat(visitor.kind).as("the column's default, read back").isEqualTo("PERSON");
    model().put(new Person(visitor.id, null, "visitor@x", 7, 0));
    checkRows();

    renameVisitor(application, visitor.id, "Visitor");
    model().rename(visitor.id, "Visitor");
    checkRows();
    Application other = read(writer.other());
    other.run(
        session -> {
          VisitorEntity found = session.find(other.visitor(), visitor.id);
          assertThat(found.plate().name).isEqualTo("Visitor");
          assertThat(found.loud()).isEqualTo("VISITOR (Ulm)");
          assertThat(
                  session
                      .createQuery(
                          "from Visitor v where v.plate.name = 'Visitor' and v.loud like 'VISITOR%'",
                          other.visitor())
                      .getSingleResult())
              .isSameAs(found);
        });
  }

  /** The old value stands in the statement's condition, a NULL too. */
  @ParameterizedTest
  @EnumSource
  void aDirtyCheckComparesTheOldValue(Side writer) throws SQLException {
    Application one = by(writer);
    Application other = by(writer.other());
    assertThatThrownBy(
            () ->
                one.run(
                    session -> {
                      VisitorEntity visitor = session.find(one.visitor(), 1L);
                      renameVisitor(other, 1, "first");
                      visitor.rename("second");
                    }))
        .isInstanceOf(OptimisticLockException.class);
    renameVisitor(other, 3, "third");
    renameVisitor(one, 3, null);
    model().rename(1, "first");
    checkRows();
  }

  private static void renameVisitor(Application application, long id, String name) {
    application.run(session -> session.find(application.visitor(), id).rename(name));
  }

  @ParameterizedTest
  @EnumSource
  void aStaleEntityIsNotStored(Side writer) throws SQLException {
    Application one = by(writer);
    Application other = by(writer.other());
    assertThatThrownBy(
            () ->
                one.run(
                    session -> {
                      PersonEntity person = session.find(one.person(), 2L);
                      other.run(there -> there.find(other.person(), 2L).rename("first"));
                      person.rename("second");
                    }))
        .isInstanceOf(OptimisticLockException.class);
    model().save(new Person(2, "first", "grace@x", 85, 3));
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aRowIsLocked(Side writer) throws SQLException {
    Application application = by(writer);
    application.run(
        session -> {
          PersonEntity person =
              session
                  .createQuery("from Person where name = 'Grace'", application.person())
                  .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                  .getSingleResult();
          session.refresh(person, LockModeType.PESSIMISTIC_WRITE);
          person.rename("locked");
        });
    model().save(new Person(2, "locked", "grace@x", 85, 3));
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aStatelessSessionWrites(Side writer) throws SQLException {
    Application application = by(writer);
    PersonEntity person = application.newPerson("Stateless", "stateless@x", 9);
    try (StatelessSession session = application.factory().openStatelessSession()) {
      session.beginTransaction();
      session.setJdbcBatchSize(3);
      session.insert(person);
      person.rename("changed");
      session.update(person);
      PersonEntity grace = session.get(application.person(), 2L);
      session.delete(session.get(application.person(), 5L));
      grace.rename("upserted");
      session.upsert(grace);
      session.getTransaction().commit();
    }
    model().put(new Person(person.id, "changed", "stateless@x", 9, 1));
    model().delete(5);
    model().save(new Person(2, "upserted", "grace@x", 85, 3));
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void anUpsertOfSomebodyNewStores(Side writer) throws SQLException {
    Application application = by(writer);
    VisitorEntity visitor = Application.create(application.visitor());
    visitor.id = 77L;
    visitor.email = "new@x";
    visitor.age = 5;
    visitor.rename("New");
    try (StatelessSession session = application.factory().openStatelessSession()) {
      session.beginTransaction();
      session.upsert(visitor);
      visitor.rename("Newer");
      session.upsert(visitor);
      session.getTransaction().commit();
    }
    model().put(new Person(77, "Newer", "new@x", 5, 0));
    checkRows();
  }

  /** Hibernate looks for its own columns only, in the database's metadata. */
  @ParameterizedTest
  @EnumSource
  void validationSeesThePhysicalColumns(Side side) {
    boolean there =
        version(side) == Version.V1 ? stage().layout().hasOld() : stage().layout().hasNew();
    var configuration = Application.configuration(version(side), dataSource(side));
    configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
    if (there) {
      configuration.buildSessionFactory().close();
    } else {
      assertThatThrownBy(configuration::buildSessionFactory)
          .hasStackTraceContaining("missing column [");
    }
  }

  /** {@code SELECT p.*} has the columns that are there, and in BEFORE the new one too. */
  @ParameterizedTest
  @EnumSource
  void aStarIsAnEntity(Side reader) {
    Application application = read(reader);
    if (stage().layout() == Layout.CONTRACTED && version(reader) == Version.V1) {
      return;
    }
    assertThat(
            application.<List<?>>get(
                session ->
                    session
                        .createNativeQuery(
                            "SELECT p.* FROM people p WHERE id = 2", application.person())
                        .getResultList()
                        .stream()
                        .map(PersonEntity::toPerson)
                        .toList()))
        .isEqualTo(List.of(model().find(2)));
  }
}
