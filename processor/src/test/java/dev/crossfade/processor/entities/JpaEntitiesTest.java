package dev.crossfade.processor.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.processor.entities.Account.State;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Classes, as JPA and we map them: superclasses, properties, nested classes, generated keys. */
class JpaEntitiesTest {

  private static final Transitions DECLARED =
      Transitions.load(JpaEntitiesTest.class.getClassLoader());

  private final Postgres postgres =
      Postgres.database()
          .run(
              """
              CREATE TABLE accounts (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, author text, created_by text,
                holder text, owner_name text, state smallint, wanted text, is_active boolean);
              CREATE TABLE memo (
                id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, author text, created_by text,
                text text);
              CREATE TABLE products (sku text PRIMARY KEY, price int, price_cents int);
              CREATE TABLE "Order Lines" (
                order_id int, "No." int, "Qty?" int, "user" int, PRIMARY KEY (order_id, "No."))
              """);
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = postgres.connect();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void anEntityWithAMappedSuperclass(Phase phase) throws SQLException {
    AccountCrossfade accounts = new AccountCrossfade(in(phase));
    Account account = new Account("Ada", State.CLOSED, State.OPEN, true);
    account.setCreatedBy("root");
    account.setId(accounts.insert(connection, account));

    Account found = accounts.find(connection, account.getId());
    assertThat(found).usingRecursiveComparison().isEqualTo(account);
    assertThat(found.cached()).isEqualTo("not stored");

    account.setOwner("Byron");
    account.setState(null);
    account.setCreatedBy("changed");
    assertThat(accounts.update(connection, account)).isEqualTo(1);
    Account updated = accounts.find(connection, account.getId());
    assertThat(updated.getOwner()).isEqualTo("Byron");
    assertThat(updated.getState()).isNull();
    assertThat(updated.getCreatedBy()).as("updatable = false").isEqualTo("root");
  }

  @Test
  void enumsAreStoredAsJpaStoresThem() throws SQLException {
    AccountCrossfade accounts = new AccountCrossfade(in(Phase.DUAL_WRITE));
    accounts.insert(connection, new Account("Ada", State.CLOSED, State.OPEN, true));
    assertThat(text("SELECT state || ' ' || wanted FROM accounts")).isEqualTo("1 OPEN");
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void aTransitionThatIsOnlyInherited(Phase phase) throws SQLException {
    MemoCrossfade memos = new MemoCrossfade(in(phase));
    Memo memo = new Memo();
    memo.setCreatedBy("root");
    memo.text = "buy milk";
    memo.setId(memos.insert(connection, memo));
    assertThat(memos.find(connection, memo.getId())).usingRecursiveComparison().isEqualTo(memo);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void aPropertyWithAccessors(Phase phase) throws SQLException {
    ProductCrossfade products = new ProductCrossfade(in(phase));
    Product product = new Product();
    product.setSku("A1");
    product.setCents(250);
    products.insert(connection, product);
    assertThat(products.find(connection, "A1").getLabel()).isEqualTo("A1 at 250");
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void aNestedClassWithTwoKeysAndQuotedNames(Phase phase) throws SQLException {
    Order_LineCrossfade lines = new Order_LineCrossfade(in(phase));
    Order.Line line = new Order.Line();
    line.orderId = 7;
    line.number = 2;
    line.quantity = 3;
    lines.insert(connection, line);
    assertThat(lines.find(connection, 7, 2)).usingRecursiveComparison().isEqualTo(line);
    assertThat(lines.find(connection, 2, 7)).isNull();
    line.quantity = null;
    assertThat(lines.update(connection, line)).isEqualTo(1);
    assertThat(lines.find(connection, 7, 2).quantity).isNull();
  }

  @Test
  void anEntityOfTheOrmAloneHasADescriptorAndNoCode() {
    assertThat(DECLARED.all())
        .extracting(Transition::describe)
        .contains("invoice.remark -> invoice.note");
    assertThat(getClass().getResource("InvoiceCrossfade.class")).isNull();
  }

  private static Phases in(Phase phase) {
    PhaseSnapshot snapshot = PhaseSnapshot.declared(DECLARED);
    for (Transition transition : DECLARED.all()) {
      snapshot = snapshot.with(transition, phase);
    }
    return new Phases(snapshot);
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
