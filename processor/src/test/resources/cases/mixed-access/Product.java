package shop;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Product {
  private String sku;

  @RenamedColumn(from = "price") // error: mixed-access
  private int cents;

  @Id
  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
  }
}
