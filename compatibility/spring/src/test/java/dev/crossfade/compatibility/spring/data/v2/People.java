package dev.crossfade.compatibility.spring.data.v2;

import dev.crossfade.compatibility.spring.data.PersonRows;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

public interface People extends PersonRows<PersonOfV2> {

  @Override
  @Modifying
  @Query("UPDATE people SET display_name = :name WHERE id = :id")
  int rename(long id, String name);

  @Override
  @Modifying
  @Query("UPDATE people SET display_name = :to WHERE display_name = :from")
  int renameNamed(String from, String to);

  @Override
  @Modifying
  @Query("UPDATE people SET display_name = upper(display_name) || '!' WHERE id = :id")
  int shout(long id);

  @Override
  @Modifying
  @Query("DELETE FROM people WHERE display_name = :name")
  int deleteNamed(String name);

  @Override
  @Modifying
  @Query(
      """
      INSERT INTO people (display_name, email, age) VALUES (:name, :email, :age)
      ON CONFLICT (email) DO UPDATE SET display_name = EXCLUDED.display_name, age = EXCLUDED.age
      """)
  void upsert(String name, String email, int age);

  @Override
  @Query("INSERT INTO notes (person_id, content) VALUES (:personId, :text) RETURNING id")
  long addNote(long personId, String text);

  @Override
  @Query(
      """
      SELECT n.content FROM notes n JOIN people p ON p.id = n.person_id WHERE p.display_name = :name ORDER BY n.id
      """)
  List<String> notesOf(String name);

  @Override
  @Query(
      """
      SELECT display_name AS name, count(*) AS n FROM people WHERE display_name IS NOT NULL GROUP BY display_name
      """)
  List<NameCount> countByName();
}
