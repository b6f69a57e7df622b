package dev.crossfade.jdbc;

import dev.crossfade.model.TableName;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Relation;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The catalog as one session sees it, asked over that session's own connection and kept for all
 * that stand in the same place. Used by the one thread that is in a call on the connection.
 *
 * @param session whose connection is asked
 * @param path the names, or null where only what does not depend on the search path may be asked
 */
record SessionCatalog(Session session, @Nullable PathCatalog path) implements Catalog {

  @Override
  public @Nullable Relation relation(TableName name) {
    if (path == null) {
      throw new IllegalStateException("asked for " + name + " before the search path is known");
    }
    Optional<Relation> known = path.relations.get(name);
    if (known == null) {
      try {
        known = session.reader().relation(name);
      } catch (SQLException e) {
        throw new CatalogUnavailable(e);
      }
      path.relations.put(name, known);
    }
    return known.orElse(null);
  }

  @Override
  public boolean steady(Collection<String> routinesAndOperators) {
    try {
      return session.database().areSteady(routinesAndOperators, session);
    } catch (SQLException e) {
      throw new CatalogUnavailable(e);
    }
  }

  @Override
  public Set<String> reaching(TableName table) {
    try {
      return session.database().reaching(table, session);
    } catch (SQLException e) {
      throw new CatalogUnavailable(e);
    }
  }
}
