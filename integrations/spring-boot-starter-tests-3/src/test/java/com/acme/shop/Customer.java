package com.acme.shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Maps the new column; the table has both, as after {@code expand}. */
@Entity
@Table(name = "customers")
class Customer {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(name = "display_name")
  @RenamedColumn(from = "full_name")
  String displayName;

  Customer() {}

  Customer(String displayName) {
    this.displayName = displayName;
  }
}
