package dev.crossfade.compatibility.spring.data.v1;

import dev.crossfade.compatibility.spring.data.PersonRows;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;

public interface People extends PersonRows<PersonOfV1> {

  @Override
  @Modifying
  @Query("UPDATE people SET full_name = :name WHERE id = :id")
  int rename(long id, String name);

  @Override
  @Modifying
  @Query("UPDATE people SET full_name = :to WHERE full_name = :from")
  int renameNamed(String from, String to);

  @Override
  @Modifying
  @Query("UPDATE people SET full_name = upper(full_name) || '!' WHERE id = :id")
  int shout(long id);

  @Override
  @Modifying
  @Query("DELETE FROM people WHERE full_name = :name")
  int deleteNamed(String name);

  @Override
  @Modifying
  @Query(
      """
      INSERT INTO people (full_name, email, age) VALUES (:name, :email, :age)
      ON CONFLICT (email) DO UPDATE SET full_name = EXCLUDED.full_name, age = EXCLUDED.age
      """)
  void upsert(String name, String email, int age);

  @Override
  @Query("INSERT INTO notes (person_id, body) VALUES (:personId, :text) RETURNING id")
  long addNote(long personId, String text);

  @Override
  @Query(
      """
      SELECT n.body FROM notes n JOIN people p ON p.id = n.person_id WHERE p.full_name = :name ORDER BY n.id
      """)
  List<String> notesOf(String name);

  @Override
  @Query(
      """
      SELECT full_name AS name, count(*) AS n FROM people WHERE full_name IS NOT NULL GROUP BY full_name
      """)
  List<NameCount> countByName();
}
