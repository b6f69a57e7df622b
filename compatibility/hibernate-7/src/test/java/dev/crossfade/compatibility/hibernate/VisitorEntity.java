package dev.crossfade.compatibility.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import org.hibernate.annotations.Generated;

/**
 * A second mapping of {@code people}: dynamic statements, the name in an embeddable and in a
 * formula, values that the database generates, and every changed column compared when it is saved.
 */
@MappedSuperclass
public abstract class VisitorEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visitors")
  @SequenceGenerator(name = "visitors", sequenceName = "people_seq", allocationSize = 10)
  public Long id;

  public String email;

  public Integer age;

  public String city;

  /** The column's default, which Hibernate reads back. */
  @Generated
  @Column(insertable = false, updatable = false)
  public String kind;

  public abstract Nameplate plate();

  /** Hibernate leaves an embeddable null whose columns are all NULL. */
  public abstract void rename(String name);

  public abstract String loud();
}
