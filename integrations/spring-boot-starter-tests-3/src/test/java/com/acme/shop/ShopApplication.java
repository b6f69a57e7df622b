package com.acme.shop;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writes customers by JdbcTemplate with the old name and by JPA with the new one. */
@SpringBootApplication
public class ShopApplication {

  /** The web interface. */
  @RestController
  @RequestMapping("/customers")
  static class Web {

    private final JdbcTemplate jdbc;
    private final Customers customers;

    Web(JdbcTemplate jdbc, Customers customers) {
      this.jdbc = jdbc;
      this.customers = customers;
    }

    @PostMapping("/jdbc")
    int byJdbc(@RequestParam("name") String name) {
      return jdbc.update("INSERT INTO customers (full_name) VALUES (?)", name);
    }

    @PostMapping("/jpa")
    Long byJpa(@RequestParam("name") String name) {
      return customers.saveAndFlush(new Customer(name)).id;
    }

    @PostMapping("/unproven")
    void unproven(@RequestParam("name") String name) {
      jdbc.execute("DO $$ BEGIN INSERT INTO customers (full_name) VALUES ('" + name + "'); END $$");
    }

    @GetMapping
    List<String> names(@RequestParam("start") String start) {
      return customers.findByDisplayNameStartingWith(start).stream()
          .map(customer -> customer.displayName)
          .toList();
    }
  }
}
