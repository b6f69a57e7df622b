package dev.crossfade.compatibility.pools;

import java.util.function.IntSupplier;
import javax.sql.DataSource;

/**
 * A pool of at most three connections.
 *
 * @param dataSource what lends them
 * @param active how many are lent
 * @param closing closes them
 */
record Pool(DataSource dataSource, IntSupplier active, AutoCloseable closing)
    implements AutoCloseable {

  static final int SIZE = 3;

  @Override
  public void close() throws Exception {
    closing.close();
  }
}
