package dev.crossfade.compatibility.mybatis;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectKey;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;

/**
 * Annotations, and {@code PeopleMapper.xml}. {@code ${name}} and {@code ${text}} are the version's
 * columns, from the configuration's variables.
 */
public interface PeopleMapper {

  @Insert("INSERT INTO people (${name}, email, age) VALUES (#{name}, #{email}, #{age})")
  @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "id")
  int insert(PersonBean person);

  @Insert("INSERT INTO people (id, ${name}, email, age) VALUES (#{id}, #{name}, #{email}, #{age})")
  @SelectKey(
      statement = "SELECT nextval('people_seq')",
      keyProperty = "id",
      before = true,
      resultType = Long.class)
  int insertBySequence(PersonBean person);

  /** Without a key's column: the driver is asked for all. */
  @Insert("INSERT INTO notes (person_id, ${text}) VALUES (#{personId}, #{text})")
  @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "id")
  int addNote(NoteBean note);

  @Update("UPDATE people SET ${name} = #{value} WHERE id = #{id}")
  int rename(@Param("id") long id, @Param("value") String value);

  @Update(
      "UPDATE people SET ${name} = #{value}, version = version + 1 WHERE id = #{id}"
          + " AND ${name} IS DISTINCT FROM #{value,jdbcType=VARCHAR}")
  int renameAndCount(@Param("id") long id, @Param("value") String value);

  @Update("UPDATE people SET ${name} = #{to} WHERE ${name} = #{from}")
  int renameNamed(@Param("from") String from, @Param("to") String to);

  @Update("UPDATE people SET ${name} = upper(${name}) || '!' WHERE id = #{id}")
  int shout(long id);

  @Delete("DELETE FROM people WHERE id = #{id}")
  int delete(long id);

  @Delete("DELETE FROM people WHERE ${name} = #{value}")
  int deleteNamed(String value);

  @Select("SELECT count(*) FROM people")
  long count();

  @Select(
      "SELECT ${name} AS who, count(*) AS n FROM people WHERE ${name} IS NOT NULL GROUP BY ${name}")
  List<Map<String, Object>> countByName();

  @Select("SELECT coalesce(${name}, '(none)') FROM people ORDER BY id")
  @Options(fetchSize = 2)
  Cursor<String> names();

  /** XML: the version's columns by a result map. */
  PersonBean find(long id);

  /** XML, dynamic: whichever conditions are given. */
  List<PersonBean> search(
      @Param("named") String named,
      @Param("prefix") String prefix,
      @Param("sorted") boolean sorted,
      @Param("offset") int offset,
      @Param("limit") int limit);

  /** XML, dynamic: one INSERT with a row for each. */
  int insertAll(@Param("people") List<PersonBean> people);

  /** XML, dynamic: sets what is given. */
  int save(PersonBean person);

  /** XML. */
  int upsert(PersonBean person);

  /** XML: a join into a nested collection. */
  List<WriterBean> writers(String named);

  /** A person with the notes. */
  final class WriterBean {
    public long id;
    public String name;
    public List<NoteBean> notes;
  }
}
