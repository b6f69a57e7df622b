package dev.crossfade.compatibility.spring.jpa.v1;

import dev.crossfade.compatibility.spring.jpa.PersonRepository;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

public interface People extends PersonRepository<PersonOfV1> {

  @Override
  @NativeQuery(
      """
      SELECT id, full_name, email, age, version FROM people WHERE full_name LIKE :prefix || '%' ORDER BY id
      """)
  List<PersonOfV1> startingWith(String prefix);

  @Override
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          INSERT INTO people (id, full_name, email, age) VALUES (nextval('people_seq'), :name, :email, :age)
          ON CONFLICT (email) DO UPDATE SET full_name = EXCLUDED.full_name, age = EXCLUDED.age
          """)
  void upsert(String name, String email, int age);

  @Override
  @NativeQuery(
      value = "SELECT full_name AS name FROM people p WHERE full_name IS NOT NULL",
      countQuery = "SELECT count(full_name) FROM people")
  Page<NameOnly> page(Pageable page);
}
