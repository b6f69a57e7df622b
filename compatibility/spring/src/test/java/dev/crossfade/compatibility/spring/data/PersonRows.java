package dev.crossfade.compatibility.spring.data;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.PagingAndSortingRepository;

/** Queries derived from their names; what names a column itself is in the versions. */
@NoRepositoryBean
public interface PersonRows<E extends PersonRow>
    extends ListCrudRepository<E, Long>, PagingAndSortingRepository<E, Long> {

  /** A projection. */
  interface NameOnly {
    String getName();
  }

  List<E> findByNameOrderById(String name);

  List<E> findByNameStartingWithOrderById(String prefix);

  List<NameOnly> findByIdIsNotNullOrderById();

  Slice<E> findByNameIsNotNull(Pageable page);

  boolean existsByName(String name);

  long countByNameIgnoreCase(String name);

  int rename(long id, String name);

  int renameNamed(String from, String to);

  int shout(long id);

  int deleteNamed(String name);

  void upsert(String name, String email, int age);

  long addNote(long personId, String text);

  List<String> notesOf(String name);

  List<NameCount> countByName();

  /** How many have a name. */
  record NameCount(String name, long n) {}
}
