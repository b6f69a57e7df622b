package dev.crossfade.processor.entities;

import dev.crossfade.annotation.RenamedColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

@Entity
@Table(name = "accounts", schema = "public", indexes = @Index(columnList = "owner_name DESC"))
public class Account extends Audited<Long> {

  @RenamedColumn(from = "holder")
  @Column(name = "owner_name")
  private String owner;

  private State state;

  @Enumerated(EnumType.STRING)
  private State wanted;

  private boolean isActive;

  @Transient private String cached = "not stored";

  protected Account() {}

  public Account(String owner, State state, State wanted, boolean active) {
    this.owner = owner;
    this.state = state;
    this.wanted = wanted;
    this.isActive = active;
  }

  public String getOwner() {
    return owner;
  }

  void setOwner(String owner) {
    this.owner = owner;
  }

  public State getState() {
    return state;
  }

  void setState(State state) {
    this.state = state;
  }

  public State getWanted() {
    return wanted;
  }

  void setWanted(State wanted) {
    this.wanted = wanted;
  }

  public boolean isActive() {
    return isActive;
  }

  void setActive(boolean active) {
    this.isActive = active;
  }

  public String cached() {
    return cached;
  }

  public enum State {
    OPEN,
    CLOSED
  }
}
