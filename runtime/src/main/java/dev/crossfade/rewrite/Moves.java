package dev.crossfade.rewrite;

import dev.crossfade.sql.internal.MaskedSql;
import dev.crossfade.sql.internal.Words;
import java.util.List;

/** Whether a text of several statements changes, on its way, which tables its names lead to. */
final class Moves {

  private static final List<String> WORDS =
      List.of("search_path", "set_config", "schema", "role", "authorization", "temp", "temporary");

  private Moves() {}

  static boolean within(String sql) {
    String masked = MaskedSql.of(sql).masked();
    for (String word : WORDS) {
      if (Words.contains(masked, word)) {
        return true;
      }
    }
    return false;
  }
}
