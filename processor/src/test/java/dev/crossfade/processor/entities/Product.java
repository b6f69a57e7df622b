package dev.crossfade.processor.entities;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** JPA property access. */
@Entity
@Table(name = "products")
class Product {

  private String sku;
  private int cents;

  @Id
  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
  }

  @RenamedColumn(from = "price")
  @Column(name = "price_cents")
  public int getCents() {
    return cents;
  }

  public void setCents(int cents) {
    this.cents = cents;
  }

  public String getLabel() {
    return sku + " at " + cents;
  }
}
