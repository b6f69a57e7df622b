package dev.crossfade.benchmarks;

import dev.crossfade.benchmarks.memory.MemorySocketFactory;
import dev.crossfade.benchmarks.stub.StubDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What answers the statements. */
public enum Server {
  /** A driver that does nearly nothing: shows the bare cost of what is in front of it. */
  STUB {
    @Override
    DataSource dataSource() {
      return new StubDataSource();
    }
  },

  /** pgjdbc on a socket that is answered from memory: the whole driver, neither network nor I/O. */
  MEMORY {
    @Override
    DataSource dataSource() {
      return pgjdbc(MemorySocketFactory.URL);
    }
  },

  /** pgjdbc and a real PostgreSQL on this machine. */
  POSTGRES {
    @Override
    DataSource dataSource() throws SQLException {
      PGSimpleDataSource dataSource = pgjdbc(PostgresServer.url());
      dataSource.setCurrentSchema(Tables.SCHEMA);
      Tables.createOnce(dataSource);
      return dataSource;
    }
  };

  /** The driver, in front of tables that this JVM has created. */
  abstract DataSource dataSource() throws SQLException;

  static PGSimpleDataSource pgjdbc(String url) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(url);
    return dataSource;
  }
}
