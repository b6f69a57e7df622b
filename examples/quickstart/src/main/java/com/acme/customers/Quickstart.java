package com.acme.customers;

import dev.crossfade.Crossfade;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** Adds a customer, changes the number, and prints whom it finds there. */
public final class Quickstart {

  private Quickstart() {}

  /** Takes the database's JDBC URL: {@code jdbc:postgresql://localhost/app?user=me}. */
  public static void main(String[] arguments) throws SQLException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL(arguments[0]);
    Customers customers = new Customers(database, Crossfade.phases());

    String email = UUID.randomUUID() + "@example.com";
    customers.add(new Customer(UUID.randomUUID(), email, "+44 20 1"));
    customers.call(email, "+44 20 2");
    System.out.println(customers.at("+44 20 2"));
  }
}
