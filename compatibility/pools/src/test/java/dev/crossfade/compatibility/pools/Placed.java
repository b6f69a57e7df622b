package dev.crossfade.compatibility.pools;

import dev.crossfade.Crossfade;
import dev.crossfade.compatibility.Fleet;
import dev.crossfade.model.Phase;
import dev.crossfade.phase.Phases;
import dev.crossfade.testing.Postgres;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the proxy stands. */
enum Placed {
  /** The pool holds the proxy's connections. */
  INSIDE,
  /** The proxy's connections come from the pool. */
  OUTSIDE;

  /** What the application uses, and the pool in it. */
  record Both(DataSource dataSource, Pool pool) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      pool.close();
    }
  }

  /** A pool and the proxy in {@code phase}, or the pool alone if that is null. */
  Both open(Kind kind, Postgres postgres, Phase phase) {
    return open(kind, postgres, phase == null ? null : Fleet.phases(phase));
  }

  Both open(Kind kind, Postgres postgres, Phases phases) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setURL(postgres.url());
    if (phases == null || this == OUTSIDE) {
      Pool pool = kind.over(server);
      return new Both(
          phases == null ? pool.dataSource() : Crossfade.wrap(pool.dataSource(), phases), pool);
    }
    Pool pool = kind.over(Crossfade.wrap(server, phases));
    return new Both(pool.dataSource(), pool);
  }
}
