package dev.crossfade.compatibility.spring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** {@code @Transactional}: rollback, propagation, savepoints, isolation. */
class TransactionsTest extends Staged<TransactionsTest.Application> {

  record Application(AnnotationConfigApplicationContext context, Outer outer, Inner inner)
      implements AutoCloseable {
    @Override
    public void close() {
      context.close();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement
  static class Beans {
    @Bean
    JdbcTransactionManager transactions(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TemplatePeople people(Version version, DataSource dataSource) {
      return new TemplatePeople(version, dataSource);
    }

    @Bean
    Inner inner(TemplatePeople people) {
      return new Inner(people);
    }

    @Bean
    Outer outer(TemplatePeople people, Inner inner) {
      return new Outer(people, inner);
    }
  }

  static class Inner {
    private final TemplatePeople people;

    Inner(TemplatePeople people) {
      this.people = people;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void renameApart(long id, String name) {
      people.rename(id, name);
    }

    @Transactional(propagation = Propagation.NESTED)
    public void insertNested(String email) {
      people.rename(1, "undone by the savepoint");
      people.insert(Person.of("nested", email, 1));
    }
  }

  static class Outer {
    private final TemplatePeople people;
    private final Inner inner;

    Outer(TemplatePeople people, Inner inner) {
      this.people = people;
      this.inner = inner;
    }

    @Transactional
    public void fail() {
      people.rename(1, "lost");
      inner.renameApart(2, "kept");
      throw new IllegalStateException("on purpose");
    }

    /** The inner part fails with a server's error, and the outer one goes on. */
    @Transactional
    public void goOn() {
      people.rename(1, "kept");
      assertThatThrownBy(() -> inner.insertNested("ada@x"))
          .isInstanceOf(DuplicateKeyException.class);
      people.shout(1);
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public void look(Runnable meanwhile) {
      assertThat(people.find(2).name()).isEqualTo("Grace");
      meanwhile.run();
      assertThat(people.named("Grace")).as("the same snapshot").hasSize(1);
    }
  }

  @Override
  protected Application open(Version version, DataSource dataSource) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Version.class, () -> version);
    context.registerBean(DataSource.class, () -> dataSource);
    context.register(Beans.class);
    context.refresh();
    return new Application(context, context.getBean(Outer.class), context.getBean(Inner.class));
  }

  @ParameterizedTest
  @EnumSource
  void anErrorRollsBackAndWhatWasApartStays(Side writer) throws SQLException {
    assertThatThrownBy(() -> by(writer).outer().fail()).hasMessage("on purpose");
    model().rename(2, "kept");
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aSavepointUndoesItsPart(Side writer) throws SQLException {
    by(writer).outer().goOn();
    model().rename(1, "KEPT!");
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void aSnapshotIsKept(Side reader) throws SQLException {
    read(reader).outer().look(() -> by(reader.other()).inner().renameApart(2, "meanwhile"));
    model().rename(2, "meanwhile");
    checkRows();
  }
}
