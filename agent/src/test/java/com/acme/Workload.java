package com.acme;

import java.io.StringReader;
import java.io.StringWriter;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** An application, run in a JVM of its own: {@code Workload <url> <method>…}. */
public final class Workload {

  private Workload() {}

  public static void main(String[] arguments) throws Exception {
    // The driver manager only finds by itself what was there when it was first used.
    Class.forName("org.postgresql.Driver");
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      for (int i = 1; i < arguments.length; i++) {
        Workload.class.getDeclaredMethod(arguments[i], Connection.class).invoke(null, connection);
      }
    }
    System.out.println("done");
  }

  static void plainStatement(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < 3; i++) {
        statement.executeQuery("SELECT full_name FROM users WHERE email = 'canary-literal'");
      }
    }
  }

  static void preparedStatement(Connection connection) throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT full_name FROM users WHERE email = ?")) {
      for (int i = 0; i < 100; i++) {
        statement.setString(1, "canary-bound-" + i);
        statement.executeQuery();
      }
    }
  }

  static void batch(Connection connection) throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO users (full_name, email) VALUES (?, ?)")) {
      for (int i = 0; i < 7; i++) {
        statement.setString(1, "canary-name");
        statement.setString(2, "canary-batch-" + i);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("UPDATE users SET full_name = 'canary-one' WHERE id = 1");
      statement.addBatch("DELETE FROM users WHERE full_name = 'canary-two'");
      statement.executeBatch();
    }
  }

  static void call(Connection connection) throws Exception {
    try (CallableStatement statement =
        connection.prepareCall("{? = call lower((SELECT full_name FROM users LIMIT 1))}")) {
      statement.registerOutParameter(1, java.sql.Types.VARCHAR);
      statement.execute();
    }
  }

  static void copy(Connection connection) throws Exception {
    PGConnection driver = connection.unwrap(PGConnection.class);
    driver
        .getCopyAPI()
        .copyIn(
            "COPY users (full_name, email) FROM STDIN",
            new StringReader("canary-copied\tcanary-mail\n"));
    driver.getCopyAPI().copyOut("COPY users TO STDOUT", new StringWriter());
  }

  static void cursor(Connection connection) throws Exception {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(2);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM users ORDER BY id")) {
        while (rows.next()) {
          rows.getLong("id");
        }
        rows.getStatement();
      }
      statement.execute("DECLARE everybody CURSOR FOR SELECT * FROM users");
      statement.executeQuery("FETCH 3 FROM everybody");
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  static void starUnread(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM users WHERE id < 10")) {
      while (rows.next()) {
        rows.getLong(1);
        rows.getString("email");
      }
    }
  }

  static void starByLabel(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT u.* FROM users u WHERE id < 11")) {
      while (rows.next()) {
        rows.getString("FULL_NAME");
      }
    }
  }

  static void starByIndex(Connection connection) throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM users WHERE id < ?")) {
      for (int i = 0; i < 10; i++) {
        statement.setInt(1, 12);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            rows.getObject(2);
          }
        }
      }
    }
  }

  static void starByType(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("TABLE users")) {
      while (rows.next()) {
        rows.getObject("full_name", String.class);
      }
    }
  }

  static void marked(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "/*crossfade users.display_name=DUAL_WRITE app=users.full_name:read*/"
              + " UPDATE users SET full_name = 'x', display_name = 'x' WHERE id = 1");
      statement.execute(
          "/*crossfade users.display_name=FALLBACK_READ*/"
              + " SELECT coalesce(display_name, full_name) FROM users");
    }
  }

  static void generatedKeys(Connection connection) throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO users (email) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
      statement.setString(1, "canary-key");
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        keys.getString("full_name");
      }
    }
  }

  static void updatableResult(Connection connection) throws Exception {
    try (Statement statement =
            connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows = statement.executeQuery("SELECT id, email FROM users WHERE id = 1")) {
      rows.next();
      rows.updateString("email", "canary-updated");
      rows.updateRow();
    }
    try (Statement statement =
            connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE);
        ResultSet rows = statement.executeQuery("SELECT * FROM users WHERE id = 1")) {
      rows.next();
      rows.updateString("full_name", "canary-updated");
      rows.updateRow();
    }
  }

  static void describedOnly(Connection connection) throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT full_name FROM users WHERE id = ?")) {
      statement.getMetaData();
    }
  }

  static void manyParts(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1; UPDATE users SET full_name = 'canary-part'; SELECT 2");
    }
  }

  static void unparsable(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT full_name FRM users WHERE 'canary-broken'");
      throw new AssertionError("the server understood");
    } catch (SQLException refused) {
      if (!refused.getSQLState().equals("42601")) {
        throw refused;
      }
    }
  }

  static void operators(Connection connection) throws Exception {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT full_name FROM users WHERE data ?? 'canary-key' AND id = ?")) {
      statement.setInt(1, 1);
      statement.executeQuery();
    }
  }

  static void backslashes(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET standard_conforming_strings = off");
      statement.executeQuery("SELECT full_name FROM users WHERE email = 'it\\'s canary one'");
    }
  }

  static void literals(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      for (String condition :
          new String[] {
            "email = E'a\\'canary'",
            "email = $$canary$$",
            "email = $t$canary$t$ /* canary */ -- canary",
            "email = U&'canary'",
            "email = N'canary'",
            "email = 'ca''canary'",
            "email IN ('canary', 'canary', '\u00e9 canary')",
            "email LIKE '%canary%' ESCAPE '!'",
            "data = '{\"canary\": 1}'",
            "id = 1 AND email = 'canary\n'\n'canary'",
            "octet_length(X'0A'::bit(8)::text::bytea) > 1 OR email = 'canary'",
          }) {
        statement.executeQuery("SELECT full_name FROM users WHERE " + condition);
      }
    }
  }

  static void untracked(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT display_name FROM users");
      statement.executeQuery("SELECT count(*) FROM users");
      statement.executeQuery("SELECT full_name FROM customers");
    }
  }

  static void afterKey(Connection connection) throws Exception {
    System.out.println("press a key");
    System.in.read();
    plainStatement(connection);
    starUnread(connection);
  }

  static void killSelf(Connection connection) throws Exception {
    plainStatement(connection);
    System.out.println("ready");
    Thread.sleep(600_000);
  }
}
