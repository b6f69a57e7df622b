package dev.crossfade.compatibility.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What HQL and criteria make Hibernate write, beyond the contract. */
class QueriesTest extends Staged<Application> {

  /** A projection into a class of the application's own. */
  record Named(Long id, String name) {}

  @Override
  protected Application open(Version version, DataSource dataSource) {
    return Application.over(version, dataSource);
  }

  @ParameterizedTest
  @EnumSource
  void readsInHql(Side reader) {
    Application application = read(reader);
    application.run(
        session -> {
          assertThat(
                  strings(
                      session,
                      "select case when p.name is null then 'none' else lower(p.name) end from Person p"
                          + " where p.id < 5 order by p.id"))
              .containsExactly("ada", "grace", "none", "ada");
          assertThat(
                  strings(
                      session,
                      "select coalesce(name, 'none') from Person where id in (1, 3)"
                          + " order by name nulls first"))
              .containsExactly("none", "Ada");
          assertThat(
                  strings(
                      session,
                      "select p.name from Person p where exists (select 1 from Note n where n.person = p"
                          + " and n.text like 'f%') and p.name = any (select q.name from Person q"
                          + " where q.id <> p.id) order by p.id"))
              .containsExactly("Ada", "Ada");
          assertThat(
                  strings(
                      session,
                      "select p.name || '/' || n.text || '/' || t.displayName from Person p"
                          + " join p.team t join Note n on n.person = p order by n.id"))
              .containsExactly("Ada/first/R", "Ada/second/R", "Grace/third/B", "Ada/fourth/B");
          assertThat(
                  strings(
                      session,
                      "select name from Person where id = 1 union select name from Person"
                          + " where id = 2 order by 1"))
              .containsExactly("Ada", "Grace");
          assertThat(
                  session
                      .createQuery(
                          "select p.name, count(*), max(p.age) from Person p group by p.name"
                              + " having count(*) > 1",
                          Object[].class)
                      .getResultList())
              .containsExactly(new Object[] {"Ada", 2L, 36});
          assertThat(
                  strings(
                      session,
                      "select p.name || ' ' || cast(row_number() over (partition by p.name order by p.age)"
                          + " as string) from Person p where p.name = 'Ada' order by p.age"))
              .containsExactly("Ada 1", "Ada 2");
          assertThat(
                  strings(
                      session,
                      "with named as (select p.name as name, p.id as id from Person p"
                          + " where p.name is not null) select x.name from named x where x.id < 3"
                          + " order by x.name"))
              .containsExactly("Ada", "Grace");
          assertThat(
                  session
                      .createQuery(
                          "select p.id, p.name from Person p where p.name like 'G%'", Named.class)
                      .getResultList())
              .containsExactly(new Named(2L, "Grace"));
          assertThat(
                  strings(
                      session,
                      "select listagg(name, ',') within group (order by name)"
                          + " from Person where name like 'A%' or name like 'G%'"))
              .containsExactly("Ada,Ada,Grace");
        });
  }

  private static List<String> strings(Session session, String hql) {
    return session.createQuery(hql, String.class).getResultList();
  }

  @ParameterizedTest
  @EnumSource
  void scrollsBothWays(Side reader) {
    read(reader)
        .run(
            session -> {
              try (ScrollableResults<String> results =
                  session
                      .createQuery("select p.name from Person p order by p.id", String.class)
                      .scroll(ScrollMode.SCROLL_INSENSITIVE)) {
                assertThat(results.last()).isTrue();
                assertThat(results.get()).isEqualTo("O'Hara");
                assertThat(results.first()).isTrue();
                assertThat(results.get()).isEqualTo("Ada");
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void criteriaUpdateAndDelete(Side writer) throws SQLException {
    Application application = by(writer);
    assertThat(application.<Integer>get(session -> update(session, application.person())))
        .isEqualTo(2);
    model().renameNamed("Ada", "Ada the 2nd");
    assertThat(application.<Integer>get(session -> delete(session, application.person())))
        .isEqualTo(1);
    model().delete(6);
    checkRows();
  }

  private static <E extends PersonEntity> int update(Session session, Class<E> type) {
    CriteriaBuilder criteria = session.getCriteriaBuilder();
    CriteriaUpdate<E> update = criteria.createCriteriaUpdate(type);
    Root<E> person = update.from(type);
    update
        .set(person.<String>get("name"), criteria.concat(person.get("name"), " the 2nd"))
        .where(criteria.equal(person.get("name"), "Ada"));
    return session.createMutationQuery(update).executeUpdate();
  }

  private static <E extends PersonEntity> int delete(Session session, Class<E> type) {
    CriteriaBuilder criteria = session.getCriteriaBuilder();
    CriteriaDelete<E> delete = criteria.createCriteriaDelete(type);
    Root<E> person = delete.from(type);
    delete.where(criteria.like(criteria.lower(person.get("name")), "o'h%"));
    return session.createMutationQuery(delete).executeUpdate();
  }

  @ParameterizedTest
  @EnumSource
  void criteriaSubqueries(Side reader) {
    Application application = read(reader);
    assertThat(application.<List<String>>get(session -> oldest(session, application.person())))
        .containsExactly("Grace");
  }

  private static <E extends PersonEntity> List<String> oldest(Session session, Class<E> type) {
    CriteriaBuilder criteria = session.getCriteriaBuilder();
    CriteriaQuery<String> query = criteria.createQuery(String.class);
    Root<E> person = query.from(type);
    Subquery<Integer> oldest = query.subquery(Integer.class);
    Root<E> other = oldest.from(type);
    oldest
        .select(criteria.max(other.<Integer>get("age")))
        .where(criteria.isNotNull(other.get("name")));
    query.select(person.get("name")).where(criteria.equal(person.get("age"), oldest));
    return session.createQuery(query).getResultList();
  }

  @ParameterizedTest
  @EnumSource
  void bulkUpdatesInHql(Side writer) throws SQLException {
    Application application = by(writer);
    application.run(
        session -> {
          session
              .createMutationQuery(
                  "update versioned Person p set p.name = (select max(n.text) from Note n"
                      + " where n.person = p), p.age = p.age + 1 where p.id = 1")
              .executeUpdate();
          session
              .createMutationQuery("update Note n set n.text = n.text || '!' where n.person.id = 1")
              .executeUpdate();
          session
              .createMutationQuery(
                  "update Person set name = case when name is null then 'none' else name end")
              .executeUpdate();
        });
    model().save(new dev.crossfade.compatibility.Person(1, "second", "ada@x", 37, 0));
    model().rename(3, "none");
    model().putNote(1, 1, "first!");
    model().putNote(2, 1, "second!");
    checkRows();
    application.run(
        session ->
            session
                .createMutationQuery(
                    "delete from Note n where n.person.id in"
                        + " (select p.id from Person p where p.name = 'second')")
                .executeUpdate());
    assertThat(
            read(writer.other())
                .<Long>get(
                    session ->
                        session
                            .createQuery("select count(*) from Note", Long.class)
                            .getSingleResult()))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void insertsFromASelect(Side writer) throws SQLException {
    Application application = by(writer);
    application.run(
        session ->
            session
                .createMutationQuery(
                    "insert into Note (person, text) select p, p.name || ' wrote this' from Person p"
                        + " where p.id = 2")
                .executeUpdate());
    assertThat(
            read(writer.other())
                .<List<String>>get(
                    session ->
                        strings(
                            session,
                            "select n.text from Note n where n.person.id = 2 order by n.id")))
        .containsExactly("third", "Grace wrote this");
  }
}
