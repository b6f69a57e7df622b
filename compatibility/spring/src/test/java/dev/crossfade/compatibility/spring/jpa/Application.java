package dev.crossfade.compatibility.spring.jpa;

import dev.crossfade.compatibility.Version;
import dev.crossfade.compatibility.spring.jpa.v1.NoteOfV1;
import dev.crossfade.compatibility.spring.jpa.v1.PersonOfV1;
import dev.crossfade.compatibility.spring.jpa.v2.NoteOfV2;
import dev.crossfade.compatibility.spring.jpa.v2.PersonOfV2;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** An instance of the application: a context with one version's entities and repositories. */
final class Application implements AutoCloseable {

  private final Version version;
  private final AnnotationConfigApplicationContext context;

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement
  static class Beans {
    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
        DataSource dataSource, Version version) {
      LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
      factory.setDataSource(dataSource);
      factory.setPackagesToScan(
          Beans.class.getPackageName() + (version == Version.V1 ? ".v1" : ".v2"));
      factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
      factory.setJpaPropertyMap(
          Map.of("hibernate.jdbc.batch_size", "5", "hibernate.order_updates", "true"));
      return factory;
    }

    @Bean
    PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
      return new JpaTransactionManager(factory);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableJpaRepositories(basePackageClasses = PersonOfV1.class)
  static class OfV1 {}

  @Configuration(proxyBeanMethods = false)
  @EnableJpaRepositories(basePackageClasses = PersonOfV2.class)
  static class OfV2 {}

  Application(Version version, DataSource dataSource) {
    this.version = version;
    context = new AnnotationConfigApplicationContext();
    context.registerBean(Version.class, () -> version);
    context.registerBean(DataSource.class, () -> dataSource);
    context.register(Beans.class, version == Version.V1 ? OfV1.class : OfV2.class);
    context.refresh();
  }

  @SuppressWarnings("unchecked") // Each repository gets its own version's entities.
  PersonRepository<PersonEntity> people() {
    return context.getBean(PersonRepository.class);
  }

  @SuppressWarnings("unchecked")
  NoteRepository<NoteEntity> notes() {
    return context.getBean(NoteRepository.class);
  }

  PersonEntity newPerson(String name, String email, int age) {
    PersonEntity person = version == Version.V1 ? new PersonOfV1() : new PersonOfV2();
    person.rename(name);
    person.email = email;
    person.age = age;
    return person;
  }

  NoteEntity newNote(long personId, String text) {
    PersonEntity person = people().getReferenceById(personId);
    if (version == Version.V1) {
      NoteOfV1 note = new NoteOfV1();
      note.person = (PersonOfV1) person;
      note.text = text;
      return note;
    }
    NoteOfV2 note = new NoteOfV2();
    note.person = (PersonOfV2) person;
    note.text = text;
    return note;
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  @Override
  public void close() {
    context.close();
  }
}
