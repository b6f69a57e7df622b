package dev.crossfade.sql.internal;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.Relation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table with columns that somebody wants to hear about. Immutable.
 *
 * @param table the table as it was declared
 * @param columns the columns' names, whether they exist or not
 */
public record Watched(TableName table, Set<String> columns) {

  public Watched {
    columns = Set.copyOf(columns);
  }

  /** Tells which watched table a name in a statement stands for. */
  public interface Lookup {

    /**
     * The watched table that {@code written} stands for, or null.
     *
     * @param relation what the catalog resolves the name to, or null if it does not say
     */
    @Nullable Watched find(TableName written, @Nullable Relation relation);

    /** Whether {@code text} holds the table's name, or that of something that reaches it. */
    boolean isNamed(Watched table, String text);

    /** All of them. */
    List<Watched> all();
  }
}
