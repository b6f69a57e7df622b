package dev.crossfade.compatibility.spring.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** What repositories can do beyond the contract. */
class QueriesTest extends Staged<Application> {

  @Override
  protected Application open(Version version, DataSource dataSource) {
    return new Application(version, dataSource);
  }

  @ParameterizedTest
  @EnumSource
  void pagesAndProjections(Side reader) {
    PersonRepository<PersonEntity> people = read(reader).people();
    Page<PersonEntity> page =
        people.findByAgeGreaterThan(30, PageRequest.of(1, 2, Sort.by("name", "id")));
    assertThat(page.getTotalElements()).isEqualTo(5);
    assertThat(page.getContent())
        .extracting(PersonEntity::name)
        .containsExactly("O'Hara", "Über 100%");
    assertThat(people.findByNameStartingWithIgnoreCaseOrderById("A"))
        .extracting(PersonRepository.NameOnly::getName)
        .containsExactly("Ada", "Ada");
    Page<PersonRepository.NameOnly> names =
        people.page(PageRequest.of(0, 2, Sort.by(Sort.Direction.DESC, "id")));
    assertThat(names.getTotalElements()).isEqualTo(5);
    assertThat(names.getContent())
        .extracting(PersonRepository.NameOnly::getName)
        .containsExactly("O'Hara", "Über 100%");
  }

  @ParameterizedTest
  @EnumSource
  void specificationsAndExamples(Side reader) {
    PersonRepository<PersonEntity> people = read(reader).people();
    Specification<PersonEntity> ada =
        (person, query, criteria) -> criteria.equal(criteria.upper(person.get("name")), "ADA");
    Specification<PersonEntity> young =
        (person, query, criteria) -> criteria.lessThan(person.get("age"), 30);
    assertThat(people.findAll(ada.and(young))).extracting(person -> person.id).containsExactly(4L);
    assertThat(people.count(Specification.not(ada))).as("not of NULL is NULL").isEqualTo(3);
    assertThat(people.exists(ada.or(young))).isTrue();
    PersonEntity probe = read(reader).newPerson("Grace", "grace@x", 85);
    assertThat(people.findOne(Example.of(probe)).orElseThrow().id).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void rowsAreLockedAndChanged(Side writer) throws SQLException {
    Application application = by(writer);
    application
        .transaction()
        .executeWithoutResult(
            status ->
                application
                    .people()
                    .findByNameIn(List.of("Grace", "O'Hara"))
                    .forEach(person -> person.rename(person.name() + " locked")));
    model().save(model().find(2).withName("Grace locked"));
    model().save(model().find(6).withName("O'Hara locked"));
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aStaleEntityRollsTheTransactionBack(Side writer) throws SQLException {
    Application one = by(writer);
    Application other = by(writer.other());
    assertThatThrownBy(
            () ->
                one.transaction()
                    .executeWithoutResult(
                        status -> {
                          PersonEntity grace = one.people().findById(2L).orElseThrow();
                          one.people().rename(1, "lost");
                          grace = one.people().findById(2L).orElseThrow();
                          PersonEntity there = other.people().findById(2L).orElseThrow();
                          there.rename("first");
                          otherwise(() -> other.people().saveAndFlush(there));
                          grace.rename("second");
                        }))
        .isInstanceOf(ObjectOptimisticLockingFailureException.class);
    model().save(model().find(2).withName("first"));
    checkRows();
  }

  /** In a thread of its own: the transaction of this one is bound to it. */
  private static void otherwise(Runnable work) {
    Thread thread = new Thread(work);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void deletesInABatch(Side writer) throws SQLException {
    by(writer).people().deleteAllByIdInBatch(List.of(5L, 6L));
    model().delete(5);
    model().delete(6);
    checkRows();
  }
}
