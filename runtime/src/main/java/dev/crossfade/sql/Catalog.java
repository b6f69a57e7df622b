package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the database says about names, as one session with its {@code search_path} and temporary
 * tables sees it. The analysis and the rewriting ask it lazily; an answer may come from a cache.
 * Implementations used by several threads say so.
 */
public interface Catalog {

  /**
   * The relation that {@code name} resolves to in this session, or null if there is none or it is
   * not known.
   *
   * @param name the schema null where the statement leaves it to the search path
   */
  @Nullable Relation relation(TableName name);

  /**
   * Whether calling any routine or operator with one of these bare names twice in a statement gives
   * the same value twice: true only if each name is known and no overload of it, in any schema, is
   * volatile or returns a set.
   */
  boolean steady(Collection<String> routinesAndOperators);

  /**
   * Names (without schema) of other relations through which {@code table} can be read or written:
   * partitions and inheritance children, and views over any of them.
   */
  Set<String> reaching(TableName table);

  /**
   * Names (without schema) of the views, materialized ones included, whose queries read {@code
   * column}, also through other views. Known from the database's own dependencies, not from text.
   */
  Set<String> viewsReading(ColumnName column);

  /** A catalog that knows nothing: names are taken as they stand. */
  static Catalog unknown() {
    return UnknownCatalog.INSTANCE;
  }
}
