package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.xa.PGXADataSource;

/** Two-phase commit by prepared transactions of a real server. */
class XaDataSourceTest {

  private static final Users DATABASE = Users.expanded();

  private final Users users = DATABASE.reset();

  private record Id(String name) implements Xid {

    @Override
    public int getFormatId() {
      return 7;
    }

    @Override
    public byte[] getGlobalTransactionId() {
      return name.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] getBranchQualifier() {
      return new byte[] {1};
    }
  }

  private XADataSource in(Phases phases) {
    PGXADataSource driver = new PGXADataSource();
    driver.setURL(users.postgres().url());
    return Crossfade.wrap(driver, phases);
  }

  @ParameterizedTest
  @EnumSource
  void aPreparedTransactionIsCommittedByAnotherConnection(Phase phase) throws Exception {
    XADataSource dataSource = in(Users.phases(phase));
    Id id = new Id("commit " + phase);
    XAConnection first = dataSource.getXAConnection();
    insert(first, id, "one");
    assertThat(first.getXAResource().prepare(id)).isEqualTo(XAResource.XA_OK);
    assertThat(users.rows("SELECT id FROM users")).as("not committed yet").isEmpty();
    first.close();
    XAConnection second = dataSource.getXAConnection();
    XAResource recovering = second.getXAResource();
    Xid[] found = recovering.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN);
    assertThat(Arrays.stream(found).map(Xid::getGlobalTransactionId))
        .contains(id.getGlobalTransactionId());
    recovering.commit(id, false);
    second.close();
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly(
            (phase.writesOld() ? "one" : "null") + "|" + (phase.writesNew() ? "one" : "null"));
  }

  @Test
  void aPreparedTransactionIsRolledBack() throws Exception {
    XAConnection connection = in(Users.phases(Phase.DUAL_WRITE)).getXAConnection();
    Id id = new Id("rollback");
    insert(connection, id, "one");
    connection.getXAResource().prepare(id);
    connection.getXAResource().rollback(id);
    insert(connection, new Id("next"), "two");
    connection.getXAResource().commit(new Id("next"), true);
    connection.close();
    assertThat(users.rows("SELECT full_name, display_name FROM users")).containsExactly("two|two");
  }

  private static void insert(XAConnection connection, Id id, String name)
      throws SQLException, XAException {
    XAResource resource = connection.getXAResource();
    resource.start(id, XAResource.TMNOFLAGS);
    try (Connection logical = connection.getConnection();
        PreparedStatement insert =
            logical.prepareStatement("INSERT INTO users (display_name) VALUES (?)")) {
      insert.setString(1, name);
      assertThat(insert.executeUpdate()).isEqualTo(1);
      assertThat(insert.getConnection()).isSameAs(logical);
    }
    resource.end(id, XAResource.TMSUCCESS);
  }

  @Test
  void aPhaseThatMovesBetweenTwoBranchesIsSeen() throws Exception {
    Phases phases = Users.phases(Phase.BEFORE);
    XAConnection connection = in(phases).getXAConnection();
    insert(connection, new Id("before"), "one");
    connection.getXAResource().commit(new Id("before"), true);
    phases.move(Users.RENAME, Phase.DUAL_WRITE);
    insert(connection, new Id("dual"), "two");
    connection.getXAResource().commit(new Id("dual"), true);
    connection.close();
    assertThat(users.rows("SELECT full_name, display_name FROM users ORDER BY id"))
        .containsExactly("one|null", "two|two");
  }

  @Test
  void whatATransactionSawIsForgottenWhenItIsRolledBack() throws Exception {
    XAConnection connection = in(Users.phases(Phase.DUAL_WRITE)).getXAConnection();
    XAResource resource = connection.getXAResource();
    Connection logical = connection.getConnection();
    Id id = new Id("temporary");
    resource.start(id, XAResource.TMNOFLAGS);
    try (Statement statement = logical.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE users (full_name text)");
      statement.execute("INSERT INTO users VALUES ('a temporary one')");
    }
    resource.end(id, XAResource.TMSUCCESS);
    resource.rollback(id);
    insert(connection, new Id("after"), "real");
    resource.commit(new Id("after"), true);
    connection.close();
    assertThat(users.rows("SELECT full_name, display_name FROM users"))
        .containsExactly("real|real");
  }

  @Test
  void aTransactionOutlivesTheLogicalConnection() throws Exception {
    XAConnection connection = in(Users.phases(Phase.DUAL_WRITE)).getXAConnection();
    XAResource resource = connection.getXAResource();
    Id id = new Id("outlives");
    resource.start(id, XAResource.TMNOFLAGS);
    try (Connection logical = connection.getConnection();
        Statement statement = logical.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE users (full_name text) ON COMMIT DROP");
    }
    try (Connection logical = connection.getConnection();
        Statement statement = logical.createStatement()) {
      statement.execute("INSERT INTO users VALUES ('a temporary one')");
      assertThat(Users.rows(logical, "SELECT full_name FROM users"))
          .containsExactly("a temporary one");
    }
    resource.end(id, XAResource.TMSUCCESS);
    resource.commit(id, true);
    connection.close();
    assertThat(users.rows("SELECT full_name FROM users")).isEmpty();
  }

  @Test
  void resourcesOfOneServerAreTheSame() throws Exception {
    XADataSource dataSource = in(Users.phases(Phase.DUAL_WRITE));
    XAConnection connection = dataSource.getXAConnection();
    XAConnection other = dataSource.getXAConnection();
    assertThat(connection.getXAResource()).isSameAs(connection.getXAResource());
    PGXADataSource driver = new PGXADataSource();
    driver.setURL(users.postgres().url());
    XAConnection one = driver.getXAConnection();
    XAConnection two = driver.getXAConnection();
    assertThat(connection.getXAResource().isSameRM(connection.getXAResource())).isTrue();
    assertThat(connection.getXAResource().isSameRM(other.getXAResource()))
        .isEqualTo(one.getXAResource().isSameRM(two.getXAResource()));
    for (XAConnection each : new XAConnection[] {connection, other, one, two}) {
      each.close();
    }
  }
}
