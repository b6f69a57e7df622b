package com.acme.customers;

import dev.crossfade.Crossfade;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The customers. Nothing in here changes when the phase does. Thread-safe. */
public final class Customers {

  private final DataSource database;
  private final CustomerCrossfade rows;

  /** Customers in {@code database}, which is the driver's or a pool's own data source. */
  public Customers(DataSource database, Phases phases) {
    this.database = Crossfade.wrap(database, phases);
    this.rows = new CustomerCrossfade(phases);
  }

  /** Adds a customer: by the code that was generated for {@link Customer}. */
  public void add(Customer customer) throws SQLException {
    try (Connection connection = database.getConnection()) {
      rows.insert(connection, customer);
    }
  }

  /** The customer with this key, or null: by generated code too. */
  public @Nullable Customer find(UUID id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return rows.find(connection, id);
    }
  }

  /** Changes a number: by SQL of our own, which names the new column in every phase. */
  public boolean call(String email, String phone) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE customers SET phone = ? WHERE email = ?")) {
      update.setString(1, phone);
      update.setString(2, email);
      return update.executeUpdate() == 1;
    }
  }

  /** The addresses of the customers with this number. */
  public List<String> at(String phone) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT email FROM customers WHERE phone = ? ORDER BY email")) {
      select.setString(1, phone);
      List<String> emails = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          emails.add(row.getString("email"));
        }
      }
      return emails;
    }
  }
}
