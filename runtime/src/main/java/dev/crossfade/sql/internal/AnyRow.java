package dev.crossfade.sql.internal;

import java.util.Set;

/**
 * The server's own functions that take a row of any type and look at its columns only, so that a
 * subquery's row does as well as a table's.
 */
final class AnyRow {

  private static final Set<String> FUNCTIONS =
      Set.of(
          "row_to_json",
          "to_json",
          "to_jsonb",
          "json_agg",
          "jsonb_agg",
          "json_agg_strict",
          "jsonb_agg_strict",
          "json_build_array",
          "jsonb_build_array",
          "json_build_object",
          "jsonb_build_object",
          "json_object_agg",
          "jsonb_object_agg",
          "array_agg",
          "count",
          "concat",
          "concat_ws",
          "format",
          "hstore",
          "num_nulls",
          "num_nonnulls");

  private AnyRow() {}

  static boolean accepts(String function) {
    return FUNCTIONS.contains(function);
  }
}
