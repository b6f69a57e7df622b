package dev.crossfade.jdbc;

import java.sql.SQLException;

/** Carries a failed look into the catalog through the rewriting, which knows no SQLException. */
final class CatalogUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final SQLException failure;

  CatalogUnavailable(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
