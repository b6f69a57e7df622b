package dev.crossfade.compatibility.mybatis;

import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.apache.ibatis.type.JdbcType;

/** Mappers in annotations and in XML; the executors for single statements, reuse and batches. */
final class MybatisPeople implements People {

  private static final String XML = "dev/crossfade/compatibility/mybatis/PeopleMapper.xml";

  private final SqlSessionFactory factory;
  private SqlSession current;

  MybatisPeople(Version version, DataSource dataSource) {
    Configuration configuration =
        new Configuration(new Environment("test", new JdbcTransactionFactory(), dataSource));
    Properties columns = new Properties();
    columns.setProperty("name", version.nameColumn());
    columns.setProperty("text", version.textColumn());
    configuration.setVariables(columns);
    configuration.setJdbcTypeForNull(JdbcType.VARCHAR);
    try (InputStream xml = MybatisPeople.class.getClassLoader().getResourceAsStream(XML)) {
      new XMLMapperBuilder(xml, configuration, XML, configuration.getSqlFragments()).parse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!configuration.hasMapper(PeopleMapper.class)) {
      configuration.addMapper(PeopleMapper.class);
    }
    factory = new SqlSessionFactoryBuilder().build(configuration);
  }

  <T> T with(Function<PeopleMapper, T> work) {
    if (current != null) {
      return work.apply(current.getMapper(PeopleMapper.class));
    }
    try (SqlSession session = factory.openSession(ExecutorType.REUSE)) {
      T result = work.apply(session.getMapper(PeopleMapper.class));
      session.commit();
      return result;
    }
  }

  /** In a session of the batch executor; returns what each batch said. */
  List<BatchResult> inBatch(java.util.function.Consumer<PeopleMapper> work) {
    try (SqlSession session = factory.openSession(ExecutorType.BATCH)) {
      work.accept(session.getMapper(PeopleMapper.class));
      List<BatchResult> results = session.flushStatements();
      session.commit();
      return results;
    }
  }

  @Override
  public long insert(Person person) {
    PersonBean bean = PersonBean.of(person);
    with(mapper -> mapper.insert(bean));
    return bean.id;
  }

  @Override
  public List<Long> insertAll(List<Person> people) {
    List<PersonBean> beans = people.stream().map(PersonBean::of).toList();
    inBatch(mapper -> beans.forEach(mapper::insert));
    return beans.stream().map(bean -> bean.id).toList();
  }

  @Override
  public Person find(long id) {
    PersonBean found = with(mapper -> mapper.find(id));
    return found == null ? null : found.toPerson();
  }

  private List<Person> search(String named, String prefix, boolean sorted, int offset, int limit) {
    return with(mapper -> mapper.search(named, prefix, sorted, offset, limit)).stream()
        .map(PersonBean::toPerson)
        .toList();
  }

  @Override
  public List<Person> named(String name) {
    return search(name, null, false, 0, 1000);
  }

  @Override
  public List<Person> startingWith(String prefix) {
    return search(null, prefix, false, 0, 1000);
  }

  @Override
  public List<Person> page(int offset, int limit) {
    return search(null, null, true, offset, limit);
  }

  @Override
  public List<String> names() {
    return with(
        mapper -> {
          List<String> names = new ArrayList<>();
          try (Cursor<String> cursor = mapper.names()) {
            cursor.forEach(name -> names.add(name.equals("(none)") ? null : name));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return names;
        });
  }

  @Override
  public SortedMap<String, Long> countByName() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Map<String, Object> row : with(PeopleMapper::countByName)) {
      counts.put((String) row.get("who"), (Long) row.get("n"));
    }
    return counts;
  }

  @Override
  public long count() {
    return with(PeopleMapper::count);
  }

  @Override
  public int rename(long id, String name) {
    return with(mapper -> mapper.rename(id, name));
  }

  @Override
  public void renameAll(Map<Long, String> names) {
    inBatch(mapper -> names.forEach(mapper::renameAndCount));
  }

  @Override
  public int renameNamed(String from, String to) {
    return with(mapper -> mapper.renameNamed(from, to));
  }

  @Override
  public int shout(long id) {
    return with(mapper -> mapper.shout(id));
  }

  @Override
  public boolean save(Person person) {
    return with(mapper -> mapper.save(PersonBean.of(person))) == 1;
  }

  @Override
  public int delete(long id) {
    return with(mapper -> mapper.delete(id));
  }

  @Override
  public int deleteNamed(String name) {
    return with(mapper -> mapper.deleteNamed(name));
  }

  @Override
  public void upsert(Person person) {
    with(mapper -> mapper.upsert(PersonBean.of(person)));
  }

  @Override
  public long addNote(long personId, String text) {
    NoteBean note = new NoteBean();
    note.personId = personId;
    note.text = text;
    with(mapper -> mapper.addNote(note));
    return note.id;
  }

  @Override
  public List<String> notesOf(String name) {
    List<NoteBean> notes = new ArrayList<>();
    with(mapper -> mapper.writers(name)).forEach(writer -> notes.addAll(writer.notes));
    notes.sort(java.util.Comparator.comparing(note -> note.id));
    return notes.stream().map(note -> note.text).toList();
  }

  @Override
  public void inTransaction(Runnable work) {
    try (SqlSession session = factory.openSession()) {
      current = session;
      work.run();
      session.commit();
    } finally {
      current = null;
    }
  }

  @Override
  public void close() {}
}
