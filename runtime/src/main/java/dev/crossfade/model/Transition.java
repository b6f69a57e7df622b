package dev.crossfade.model;

/**
 * One declared change of a column. Implementations are immutable; behaviour that differs by kind
 * lives on the kind.
 *
 * <p>A transition is known by its new column, {@link #id()}; commands accept the old one too.
 */
public sealed interface Transition permits Rename {

  /** The table whose column changes. */
  TableName table();

  /** The column that will be dropped. */
  String oldColumn();

  /** The column that takes its place. */
  String newColumn();

  /** The phase in which a service starts that has no other configuration. */
  Phase declaredPhase();

  /** The transition's name everywhere: its new column. */
  default ColumnName id() {
    return new ColumnName(table(), newColumn());
  }

  /** The old column, which usage is recorded for. */
  default ColumnName tracked() {
    return new ColumnName(table(), oldColumn());
  }

  /** Whether {@code name} names this transition, by its new or by its old column. */
  default boolean answersTo(ColumnName name) {
    return id().mayBe(name) || tracked().mayBe(name);
  }

  /** {@code users.full_name -> users.display_name}, for messages. */
  default String describe() {
    return tracked() + " -> " + id();
  }
}
