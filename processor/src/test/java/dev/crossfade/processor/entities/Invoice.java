package dev.crossfade.processor.entities;

import dev.crossfade.annotation.DescriptorOnly;
import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Served by the ORM alone: no accessors, an association. */
@Entity
@DescriptorOnly
public class Invoice {
  @Id private long id;

  @RenamedColumn(from = "remark")
  private String note;

  @ManyToOne private Account payer;
}
