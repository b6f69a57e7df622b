package dev.crossfade.compatibility.spring.jpa;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;

/** Queries derived from their names, and JPQL; SQL by hand is in the versions. */
@NoRepositoryBean
public interface PersonRepository<E extends PersonEntity>
    extends JpaRepository<E, Long>, JpaSpecificationExecutor<E> {

  /** A projection by an interface. */
  interface NameOnly {
    String getName();
  }

  /** A projection by a record. */
  record NameCount(String name, long count) {}

  List<E> findByNameOrderById(String name);

  List<NameOnly> findByNameStartingWithIgnoreCaseOrderById(String prefix);

  Page<E> findByAgeGreaterThan(int age, Pageable page);

  @Query("select p.name from #{#entityName} p order by p.id")
  Stream<String> names();

  @Query(
      "select p.name as name, count(*) as count from #{#entityName} p where p.name is not null"
          + " group by p.name")
  List<NameCount> countByName();

  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query("update #{#entityName} p set p.name = :name where p.id = :id")
  int rename(long id, String name);

  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query("update #{#entityName} p set p.name = :to where p.name = :from")
  int renameNamed(String from, String to);

  @Modifying(flushAutomatically = true, clearAutomatically = true)
  @Query("update #{#entityName} p set p.name = concat(upper(p.name), '!') where p.id = :id")
  int shout(long id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  List<E> findByNameIn(List<String> names);

  /** Derived: finds, then removes each. */
  int deleteByName(String name);

  List<E> startingWith(String prefix);

  void upsert(String name, String email, int age);

  Page<NameOnly> page(Pageable page);
}
