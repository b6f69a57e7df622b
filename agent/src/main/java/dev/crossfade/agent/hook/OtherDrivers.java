package dev.crossfade.agent.hook;

import org.jspecify.annotations.Nullable;

/** Recognises PostgreSQL clients that the agent does not hear, by one class that each must load. */
final class OtherDrivers {

  private static final String[][] ENTRANCES = {
    {"io/r2dbc/postgresql/PostgresqlConnectionFactory", "R2DBC (io.r2dbc.postgresql)"},
    {"io/vertx/pgclient/", "Vert.x (io.vertx.pgclient)"},
    {"com/impossibl/postgres/jdbc/PGDriver", "pgjdbc-ng (com.impossibl.postgres)"},
    {"com/github/jasync/sql/db/postgresql/", "jasync-sql (com.github.jasync.sql.db.postgresql)"},
  };

  // pgjdbc's own class under another package: relocated into an application's jar, or a fork.
  private static final String RELOCATED = "/core/v3/QueryExecutorImpl";

  private OtherDrivers() {}

  static @Nullable String recognize(String internalName) {
    for (String[] entrance : ENTRANCES) {
      if (internalName.startsWith(entrance[0])) {
        return entrance[1];
      }
    }
    if (internalName.endsWith(RELOCATED) && !internalName.startsWith("com/amazon/redshift/")) {
      return "pgjdbc under another name ("
          + internalName.substring(0, internalName.length() - RELOCATED.length()).replace('/', '.')
          + ")";
    }
    return null;
  }
}
