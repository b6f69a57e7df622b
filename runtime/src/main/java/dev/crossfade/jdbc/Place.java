package dev.crossfade.jdbc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/**
 * Where one session of the server stands: which relations a bare name leads it to. Survives the
 * wrapper, because a pool hands the session on with its search path and its temporary tables. Holds
 * nothing that leads back to the connection, by which it is weakly kept.
 */
final class Place {

  /** The database, which the driver would otherwise be asked for at each borrowing from a pool. */
  volatile @Nullable Database database;

  /** The names as the session sees them, or null if that must be asked. */
  volatile @Nullable PathCatalog path;

  /** Whether the transaction's end may lead the names elsewhere. */
  volatile boolean leads;

  /** Whether the transaction sees the catalog otherwise than others do. */
  volatile boolean unsettled;

  /** Whether the transaction has changed the schema, which others will see at its end. */
  volatile boolean changes;

  /** Whether a failure has hinted that the names are not what they were taken for. */
  volatile boolean suspect;

  /** The search path as the server (18 and later) reported it when {@link #path} was asked. */
  volatile @Nullable String reported;

  /**
   * The driver's own entry for what the server reports, which changes with each report: to read it
   * costs no look into the driver's map.
   */
  private final Map.@Nullable Entry<String, String> report;

  Place(@Nullable BaseConnection driver) {
    this.report = driver == null ? null : report(driver);
  }

  private static Map.@Nullable Entry<String, String> report(BaseConnection driver) {
    for (Map.Entry<String, String> status : driver.getParameterStatuses().entrySet()) {
      if (status.getKey().equals("search_path")) {
        return status;
      }
    }
    return null;
  }

  /** What the server reports now, or null if it does not. */
  @Nullable String reportedNow() {
    return report == null ? null : report.getValue();
  }

  /** Whether the server has reported nothing since {@link #path} was asked. */
  @SuppressWarnings("ReferenceEquality") // Each report brings another String.
  boolean isWhereReported() {
    return report == null || report.getValue() == reported;
  }
}
