package dev.crossfade.compatibility.hibernate;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.Person;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.Session;

/** Entities, HQL and criteria; SQL by hand for one query. */
final class HibernatePeople implements People {

  private final Application application;
  private Session current;

  HibernatePeople(Application application) {
    this.application = application;
  }

  private <T> T with(Function<Session, T> work) {
    if (current == null) {
      return application.get(work);
    }
    T result = work.apply(current);
    // Statements go past the entities that are loaded already.
    current.flush();
    current.clear();
    return result;
  }

  @Override
  public long insert(Person person) {
    return insertAll(List.of(person)).get(0);
  }

  @Override
  public List<Long> insertAll(List<Person> people) {
    return with(
        session -> {
          List<PersonEntity> entities = new ArrayList<>();
          for (Person person : people) {
            PersonEntity entity =
                application.newPerson(person.name(), person.email(), person.age());
            session.persist(entity);
            entities.add(entity);
          }
          return entities.stream().map(entity -> entity.id).toList();
        });
  }

  @Override
  public Person find(long id) {
    return with(
        session -> {
          PersonEntity found = session.find(application.person(), id);
          return found == null ? null : found.toPerson();
        });
  }

  @Override
  public List<Person> named(String name) {
    return with(session -> named(session, application.person(), name));
  }

  private static <E extends PersonEntity> List<Person> named(
      Session session, Class<E> type, String name) {
    CriteriaBuilder criteria = session.getCriteriaBuilder();
    CriteriaQuery<E> query = criteria.createQuery(type);
    Root<E> person = query.from(type);
    query.where(criteria.equal(person.get("name"), name)).orderBy(criteria.asc(person.get("id")));
    return toPeople(session.createQuery(query).getResultList());
  }

  private static List<Person> toPeople(List<? extends PersonEntity> entities) {
    return entities.stream().map(PersonEntity::toPerson).toList();
  }

  @Override
  public List<Person> startingWith(String prefix) {
    String sql =
        application
            .version()
            .sql(
                "SELECT id, {name}, email, age, version, city, team_id, kind, badge FROM people"
                    + " WHERE {name} LIKE :prefix || '%' ORDER BY id");
    return with(
        session ->
            toPeople(
                session
                    .createNativeQuery(sql, application.person())
                    .setParameter("prefix", prefix)
                    .getResultList()));
  }

  @Override
  public List<Person> page(int offset, int limit) {
    return with(
        session ->
            toPeople(
                session
                    .createQuery(
                        "from Person p order by p.name nulls last, p.id", application.person())
                    .setFirstResult(offset)
                    .setMaxResults(limit)
                    .getResultList()));
  }

  @Override
  public List<String> names() {
    return with(
        session -> {
          List<String> names = new ArrayList<>();
          try (ScrollableResults<String> results =
              session
                  .createQuery("select p.name from Person p order by p.id", String.class)
                  .setFetchSize(2)
                  .scroll(ScrollMode.FORWARD_ONLY)) {
            while (results.next()) {
              names.add(results.get());
            }
          }
          return names;
        });
  }

  @Override
  public SortedMap<String, Long> countByName() {
    return with(
        session -> {
          SortedMap<String, Long> counts = new TreeMap<>();
          session
              .createQuery(
                  "select p.name, count(*) from Person p where p.name is not null group by p.name",
                  Object[].class)
              .getResultList()
              .forEach(row -> counts.put((String) row[0], (Long) row[1]));
          return counts;
        });
  }

  @Override
  public long count() {
    return with(
        session ->
            session.createQuery("select count(p) from Person p", Long.class).getSingleResult());
  }

  private int update(String hql, Map<String, Object> parameters) {
    return with(
        session -> {
          var query = session.createMutationQuery(hql);
          parameters.forEach(query::setParameter);
          return query.executeUpdate();
        });
  }

  @Override
  public int rename(long id, String name) {
    return with(
        session ->
            session
                .createMutationQuery("update Person p set p.name = :name where p.id = :id")
                .setParameter("name", name)
                .setParameter("id", id)
                .executeUpdate());
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    with(
        session -> {
          names.forEach(
              (id, name) -> {
                PersonEntity person = session.find(application.person(), id);
                if (person != null) {
                  person.rename(name);
                }
              });
          return null;
        });
  }

  @Override
  public int renameNamed(String from, String to) {
    return update(
        "update Person p set p.name = :to where p.name = :from", Map.of("from", from, "to", to));
  }

  @Override
  public int shout(long id) {
    return update("update Person set name = upper(name) || '!' where id = :id", Map.of("id", id));
  }

  @Override
  public boolean save(Person person) {
    try {
      return with(
          session -> {
            PersonEntity entity = session.find(application.person(), person.id());
            if (entity == null) {
              return false;
            }
            session.detach(entity);
            entity.rename(person.name());
            entity.age = person.age();
            entity.version = person.version();
            session.merge(entity);
            return true;
          });
    } catch (OptimisticLockException e) {
      return false;
    }
  }

  @Override
  public int delete(long id) {
    return with(
        session -> {
          PersonEntity person = session.find(application.person(), id);
          if (person == null) {
            return 0;
          }
          session.remove(person);
          return 1;
        });
  }

  @Override
  public int deleteNamed(String name) {
    return update("delete from Person p where p.name = :name", Map.of("name", name));
  }

  @Override
  public void upsert(Person person) {
    with(
        session ->
            session
                .createMutationQuery(
                    "insert into Person (name, email, age, version) values (:name, :email, :age, 0)"
                        + " on conflict (email) do update set name = excluded.name, age = excluded.age")
                .setParameter("name", person.name())
                .setParameter("email", person.email())
                .setParameter("age", person.age())
                .executeUpdate());
  }

  @Override
  public long addNote(long personId, String text) {
    return with(
        session -> {
          NoteEntity note =
              application.newNote(session.getReference(application.person(), personId), text);
          session.persist(note);
          return note.id;
        });
  }

  @Override
  public List<String> notesOf(String name) {
    return with(
        session ->
            session
                .createQuery(
                    "select n.text from Note n join n.person p where p.name = :name order by n.id",
                    String.class)
                .setParameter("name", name)
                .getResultList());
  }

  @Override
  public void inTransaction(Runnable work) {
    application.run(
        session -> {
          current = session;
          try {
            work.run();
          } finally {
            current = null;
          }
        });
  }

  @Override
  public void close() {
    application.close();
  }
}
