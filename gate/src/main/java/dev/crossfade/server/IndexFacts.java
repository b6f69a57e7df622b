package dev.crossfade.server;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index as the catalog holds it. Immutable.
 *
 * @param oid its oid
 * @param schema its schema, which is its table's
 * @param name its name
 * @param method the access method
 * @param unique whether it is unique
 * @param nullsNotDistinct whether it lets only one NULL in (PostgreSQL 15)
 * @param valid whether queries may use it
 * @param parts keys, then included columns
 * @param predicate its predicate as SQL, or null
 * @param mentioned numbers of the columns that its expressions and predicate name; 0 is a whole row
 * @param storage its storage parameters as SQL, empty if there are none
 * @param tablespace its tablespace, or null for the default
 * @param definition the statement that would create it, for people
 * @param constraint the primary key, unique or exclusion constraint that owns it, or null
 */
public record IndexFacts(
    long oid,
    String schema,
    String name,
    String method,
    boolean unique,
    boolean nullsNotDistinct,
    boolean valid,
    List<Part> parts,
    @Nullable String predicate,
    Set<Integer> mentioned,
    String storage,
    @Nullable String tablespace,
    String definition,
    @Nullable Constraint constraint) {

  /**
   * A key or an included column.
   *
   * @param column its column's number, or 0 for an expression
   * @param expression the column's name or the expression, as SQL
   * @param suffix collation, operator class and order, as SQL
   * @param included whether it is only carried along
   */
  public record Part(int column, String expression, String suffix, boolean included) {}

  /**
   * The constraint that an index belongs to.
   *
   * @param name its name
   * @param type {@code p}, {@code u} or {@code x}
   * @param deferrable whether it may be deferred
   * @param deferred whether it is at first
   */
  public record Constraint(String name, char type, boolean deferrable, boolean deferred) {}

  public IndexFacts {
    parts = List.copyOf(parts);
    mentioned = Set.copyOf(mentioned);
  }

  /** Whether {@code column} is a key or an included column. */
  public boolean holds(int column) {
    return parts.stream().anyMatch(part -> part.column() == column);
  }

  /** Whether {@code column} is a key of a unique index. */
  public boolean makesUnique(int column) {
    return unique && parts.stream().anyMatch(part -> part.column() == column && !part.included());
  }

  /** Whether an expression or the predicate names {@code column} or the whole row. */
  public boolean mentions(int column) {
    return mentioned.contains(column) || mentioned.contains(0);
  }

  /** Whether the index would be worth nothing without {@code column}. */
  public boolean onlyOn(int column) {
    return parts.stream().allMatch(part -> part.column() == column || part.column() == 0)
        && mentioned.stream().allMatch(other -> other == column);
  }

  /** The parts with {@code newColumn} where {@code old} stands. */
  public List<Part> partsWith(ColumnFacts old, ColumnFacts newColumn) {
    return parts.stream()
        .map(
            part ->
                part.column() == old.number()
                    ? new Part(
                        newColumn.number(), newColumn.quoted(), part.suffix(), part.included())
                    : part)
        .toList();
  }

  /**
   * Whether this index does for {@code newColumn} what {@code other} does for {@code old}: names,
   * storage and validity aside.
   */
  public boolean isCounterpartOf(IndexFacts other, ColumnFacts old, ColumnFacts newColumn) {
    return !other.mentions(old.number())
        && method.equals(other.method)
        && unique == other.unique
        && nullsNotDistinct == other.nullsNotDistinct
        && parts.equals(other.partsWith(old, newColumn))
        && java.util.Objects.equals(predicate, other.predicate);
  }
}
