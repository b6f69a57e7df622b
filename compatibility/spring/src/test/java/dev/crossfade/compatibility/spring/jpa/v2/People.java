package dev.crossfade.compatibility.spring.jpa.v2;

import dev.crossfade.compatibility.spring.jpa.PersonRepository;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

public interface People extends PersonRepository<PersonOfV2> {

  @Override
  @NativeQuery(
      """
      SELECT id, display_name, email, age, version FROM people WHERE display_name LIKE :prefix || '%' ORDER BY id
      """)
  List<PersonOfV2> startingWith(String prefix);

  @Override
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          INSERT INTO people (id, display_name, email, age) VALUES (nextval('people_seq'), :name, :email, :age)
          ON CONFLICT (email) DO UPDATE SET display_name = EXCLUDED.display_name, age = EXCLUDED.age
          """)
  void upsert(String name, String email, int age);

  @Override
  @NativeQuery(
      value = "SELECT display_name AS name FROM people p WHERE display_name IS NOT NULL",
      countQuery = "SELECT count(display_name) FROM people")
  Page<NameOnly> page(Pageable page);
}
