package dev.crossfade.pgjdbc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tests that no wrapper can pass, each with its reason. */
final class Known {

  private static final String COLUMN_CACHE =
      "reads the private field columnNameIndexMap of the result set's class by reflection";
  private static final String TIME_ZONE_CACHE =
      "reads the private field defaultTimeZone of the object's class by reflection";

  private static final Map<String, String> REASONS =
      Map.of(
          "jdbc2.ResultSetTest testStatementResultSetColumnMappingCache()", COLUMN_CACHE,
          "jdbc2.ResultSetTest testPreparedStatementResultSetColumnMappingCache()", COLUMN_CACHE,
          "jdbc2.ResultSetTest testNamedPreparedStatementResultSetColumnMappingCache()",
              COLUMN_CACHE,
          "jdbc2.TimezoneCachingTest testResultSetCachedTimezoneInstance()", TIME_ZONE_CACHE,
          "jdbc2.TimezoneCachingTest testPreparedStatementCachedTimezoneInstance()",
              TIME_ZONE_CACHE);

  private Known() {}

  /** Why a wrapper can not pass the test, or null if it can. */
  static @Nullable String reason(Outcome outcome) {
    return REASONS.get(outcome.testName());
  }
}
