package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** Every way back leads to our objects, and every unwrap to the driver's. */
class IdentityTest {

  private static final Users USERS = Users.expanded();

  @Test
  void everyWayBackLeadsToOurConnection() throws SQLException {
    try (Connection connection = USERS.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT full_name FROM users");
        ResultSet result = statement.executeQuery("SELECT 1");
        ResultSet tables = connection.getMetaData().getTables(null, null, "users", null)) {
      assertThat(statement.getConnection()).isSameAs(connection);
      assertThat(prepared.getConnection()).isSameAs(connection);
      assertThat(result.getStatement()).isSameAs(statement);
      assertThat(prepared.executeQuery().getStatement()).isSameAs(prepared);
      assertThat(statement.getResultSet()).isSameAs(statement.getResultSet());
      assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
      assertThat(tables.getStatement().getConnection()).isSameAs(connection);
      assertThat(tables.getStatement()).isSameAs(tables.getStatement());
    }
  }

  @Test
  void castsToTheDriversInterfacesKeepWorking() throws SQLException {
    try (Connection connection = USERS.connect(Phase.DUAL_WRITE);
        Statement statement = connection.createStatement()) {
      assertThat(((PGConnection) connection).getBackendPID())
          .isEqualTo(((BaseConnection) connection).getQueryExecutor().getBackendPID());
      ((PGStatement) statement).setPrepareThreshold(3);
      assertThat(statement.unwrap(PGStatement.class).getPrepareThreshold()).isEqualTo(3);
      statement.execute("LISTEN crossfade_test; NOTIFY crossfade_test, 'heard'");
      assertThat(connection.unwrap(PGConnection.class).getNotifications(1000))
          .singleElement()
          .satisfies(n -> assertThat(n.getParameter()).isEqualTo("heard"));
    }
  }

  @Test
  void dataSourcesUnwrapToTheOneThatWasWrapped() throws SQLException {
    DataSource dataSource = USERS.in(Phase.BEFORE);
    assertThat(dataSource.unwrap(PGSimpleDataSource.class)).isInstanceOf(PGSimpleDataSource.class);
    assertThat(dataSource.isWrapperFor(DataSource.class)).isTrue();
    assertThatThrownBy(dataSource::createConnectionBuilder)
        .isInstanceOf(SQLFeatureNotSupportedException.class);
  }

  @Test
  void wrappingTwiceRewritesOnceOrIsRefused() throws SQLException {
    Phases phases = Users.phases(Phase.DUAL_WRITE);
    DataSource once = USERS.in(phases);
    try (Connection connection = Crossfade.wrap(once, phases).getConnection()) {
      assertThat(connection.unwrap(CrossfadeConnection.class)).isSameAs(connection);
    }
    DataSource twice = Crossfade.wrap(once, Users.phases(Phase.BEFORE));
    assertThatThrownBy(twice::getConnection)
        .isInstanceOfSatisfying(
            CrossfadeSqlException.class,
            e -> assertThat(e.problem().id()).isEqualTo("wrapped-twice"));
  }

  @Test
  void aPreparedStatementPrintsAsTheDriversOwn() throws SQLException {
    try (Connection connection = USERS.connect(Phase.BEFORE);
        PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      statement.setInt(1, 5);
      assertThat(statement.toString()).isEqualTo("SELECT ('5'::int4)");
    }
  }

  @Test
  void closingTheConnectionFirstIsTheSameAsWithoutUs() throws SQLException {
    List<List<Boolean>> closed = new ArrayList<>();
    for (DataSource dataSource : List.of(USERS.plain(), USERS.in(Phase.DUAL_WRITE))) {
      Connection connection = dataSource.getConnection();
      PreparedStatement statement = connection.prepareStatement("SELECT full_name FROM users");
      ResultSet result = statement.executeQuery();
      connection.close();
      closed.add(List.of(connection.isClosed(), statement.isClosed(), result.isClosed()));
      assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
      result.close();
      statement.close();
      connection.close();
      closed.add(List.of(connection.isClosed(), statement.isClosed(), result.isClosed()));
    }
    assertThat(closed.subList(2, 4)).isEqualTo(closed.subList(0, 2));
  }

  @Test
  void aStatementClosesWithItsResultIfAsked() throws SQLException {
    try (Connection connection = USERS.connect(Phase.DUAL_WRITE);
        PreparedStatement statement = connection.prepareStatement("SELECT full_name FROM users")) {
      statement.closeOnCompletion();
      statement.executeQuery().close();
      assertThat(statement.isClosed()).isTrue();
    }
  }
}
