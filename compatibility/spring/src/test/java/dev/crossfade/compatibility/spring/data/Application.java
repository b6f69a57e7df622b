package dev.crossfade.compatibility.spring.data;

import dev.crossfade.compatibility.Version;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.repository.CrudRepository;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An instance of the application: a context with one version's repositories. */
final class Application implements AutoCloseable {

  private final AnnotationConfigApplicationContext context;
  private final Supplier<PersonRow> newPerson;
  private final Supplier<AuthorRow> newAuthor;
  private final Class<?> authors;

  @Configuration(proxyBeanMethods = false)
  static class Beans extends AbstractJdbcConfiguration {
    @Bean
    NamedParameterJdbcOperations operations(DataSource dataSource) {
      return new NamedParameterJdbcTemplate(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableJdbcRepositories(
      basePackageClasses = dev.crossfade.compatibility.spring.data.v1.People.class)
  static class OfV1 {}

  @Configuration(proxyBeanMethods = false)
  @EnableJdbcRepositories(
      basePackageClasses = dev.crossfade.compatibility.spring.data.v2.People.class)
  static class OfV2 {}

  Application(Version version, DataSource dataSource) {
    boolean first = version == Version.V1;
    context = new AnnotationConfigApplicationContext();
    context.registerBean(DataSource.class, () -> dataSource);
    context.register(Beans.class, first ? OfV1.class : OfV2.class);
    context.refresh();
    newPerson =
        first
            ? dev.crossfade.compatibility.spring.data.v1.PersonOfV1::new
            : dev.crossfade.compatibility.spring.data.v2.PersonOfV2::new;
    newAuthor =
        first
            ? dev.crossfade.compatibility.spring.data.v1.AuthorOfV1::new
            : dev.crossfade.compatibility.spring.data.v2.AuthorOfV2::new;
    authors =
        first
            ? dev.crossfade.compatibility.spring.data.v1.Authors.class
            : dev.crossfade.compatibility.spring.data.v2.Authors.class;
  }

  @SuppressWarnings("unchecked") // Each repository gets its own version's rows.
  PersonRows<PersonRow> people() {
    return context.getBean(PersonRows.class);
  }

  @SuppressWarnings("unchecked")
  CrudRepository<AuthorRow, Long> authors() {
    return (CrudRepository<AuthorRow, Long>) context.getBean(authors);
  }

  PersonRow newPerson(String name, String email, int age) {
    PersonRow row = newPerson.get();
    row.rename(name);
    row.email = email;
    row.age = age;
    return row;
  }

  AuthorRow newAuthor() {
    return newAuthor.get();
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  @Override
  public void close() {
    context.close();
  }
}
