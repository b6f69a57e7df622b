package com.acme.nightly.v1;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Version 1 of the nightly report. In the demo a night is a second long. */
public final class NightlyReport {

  private static final long NIGHT_MILLIS = 1_000;

  private NightlyReport() {}

  /** Reports every night until the process is told to end; takes the database's JDBC URL. */
  public static void main(String[] arguments) throws SQLException, InterruptedException {
    while (true) {
      try (Connection connection = DriverManager.getConnection(arguments[0])) {
        System.out.println(nameless(connection));
      }
      Thread.sleep(NIGHT_MILLIS);
    }
  }

  /** One line: how many users there are, and how many of them have no name, which is a fault. */
  private static String nameless(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*), count(*) - count(full_name) FROM users")) {
      row.next();
      return "report: " + row.getLong(1) + " users, " + row.getLong(2) + " without a name";
    }
  }
}
