package dev.crossfade.processor.entities;

import dev.crossfade.annotation.Column;
import dev.crossfade.annotation.RenamedColumn;
import dev.crossfade.annotation.Table;
import jakarta.persistence.Id;

public final class Order {

  private Order() {}

  /** A nested class with fields, a key of two columns, and names that need quotes. */
  @Table(name = "\"Order Lines\"")
  public static class Line {
    @Id public int orderId;

    @Id
    @Column(name = "\"No.\"")
    public int number;

    @RenamedColumn(from = "\"Qty?\"")
    @Column(name = "\"user\"")
    public Integer quantity;
  }
}
