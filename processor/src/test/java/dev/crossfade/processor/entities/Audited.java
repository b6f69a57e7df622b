package dev.crossfade.processor.entities;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
public abstract class Audited<K> {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private K id;

  @RenamedColumn(from = "author")
  @Column(name = "created_by", updatable = false)
  private String createdBy;

  public K getId() {
    return id;
  }

  public void setId(K id) {
    this.id = id;
  }

  public String getCreatedBy() {
    return createdBy;
  }

  public void setCreatedBy(String createdBy) {
    this.createdBy = createdBy;
  }
}
