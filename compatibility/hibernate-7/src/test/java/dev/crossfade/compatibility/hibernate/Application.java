package dev.crossfade.compatibility.hibernate;

import dev.crossfade.compatibility.Version;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** An instance of the application: a session factory with one version's mappings. */
final class Application implements AutoCloseable {

  private final Version version;
  private final SessionFactory factory;

  private Application(Version version, SessionFactory factory) {
    this.version = version;
    this.factory = factory;
  }

  static Application over(Version version, DataSource dataSource) {
    return new Application(version, configuration(version, dataSource).buildSessionFactory());
  }

  static Configuration configuration(Version version, DataSource dataSource) {
    Configuration configuration = new Configuration();
    configuration.addAnnotatedClass(Team.class).addAnnotatedClass(Nameplate.class);
    if (version == Version.V1) {
      configuration
          .addAnnotatedClass(dev.crossfade.compatibility.hibernate.v1.Person.class)
          .addAnnotatedClass(dev.crossfade.compatibility.hibernate.v1.Employee.class)
          .addAnnotatedClass(dev.crossfade.compatibility.hibernate.v1.Note.class)
          .addAnnotatedClass(dev.crossfade.compatibility.hibernate.v1.Visitor.class);
    } else {
      configuration
          .addAnnotatedClass(dev.crossfade.compatibility.hibernate.v2.Person.class)
          .addAnnotatedClass(dev.crossfade.compatibility.hibernate.v2.Employee.class)
          .addAnnotatedClass(dev.crossfade.compatibility.hibernate.v2.Note.class)
          .addAnnotatedClass(dev.crossfade.compatibility.hibernate.v2.Visitor.class);
    }
    configuration.getProperties().put("hibernate.connection.datasource", dataSource);
    configuration.setProperty("hibernate.jdbc.batch_size", "5");
    configuration.setProperty("hibernate.order_inserts", "true");
    configuration.setProperty("hibernate.order_updates", "true");
    configuration.setProperty("hibernate.cache.use_second_level_cache", "false");
    return configuration;
  }

  SessionFactory factory() {
    return factory;
  }

  Version version() {
    return version;
  }

  Class<? extends PersonEntity> person() {
    return version == Version.V1
        ? dev.crossfade.compatibility.hibernate.v1.Person.class
        : dev.crossfade.compatibility.hibernate.v2.Person.class;
  }

  Class<? extends PersonEntity> employee() {
    return version == Version.V1
        ? dev.crossfade.compatibility.hibernate.v1.Employee.class
        : dev.crossfade.compatibility.hibernate.v2.Employee.class;
  }

  Class<? extends NoteEntity> note() {
    return version == Version.V1
        ? dev.crossfade.compatibility.hibernate.v1.Note.class
        : dev.crossfade.compatibility.hibernate.v2.Note.class;
  }

  Class<? extends VisitorEntity> visitor() {
    return version == Version.V1
        ? dev.crossfade.compatibility.hibernate.v1.Visitor.class
        : dev.crossfade.compatibility.hibernate.v2.Visitor.class;
  }

  /** A person to be stored, as this version's entity. */
  PersonEntity newPerson(String name, String email, int age) {
    PersonEntity person = create(person());
    person.rename(name);
    person.email = email;
    person.age = age;
    return person;
  }

  NoteEntity newNote(PersonEntity writer, String text) {
    if (version == Version.V1) {
      var note = new dev.crossfade.compatibility.hibernate.v1.Note();
      note.person = (dev.crossfade.compatibility.hibernate.v1.Person) writer;
      note.text = text;
      return note;
    }
    var note = new dev.crossfade.compatibility.hibernate.v2.Note();
    note.person = (dev.crossfade.compatibility.hibernate.v2.Person) writer;
    note.text = text;
    return note;
  }

  static <T> T create(Class<T> type) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In a session and a transaction of its own. */
  <T> T get(Function<Session, T> work) {
    return factory.fromTransaction(work::apply);
  }

  void run(Consumer<Session> work) {
    factory.inTransaction(work::accept);
  }

  @Override
  public void close() {
    factory.close();
  }
}
