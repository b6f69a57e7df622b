package dev.crossfade.agent.usage;

import dev.crossfade.model.ColumnName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Tells without parsing that a text can not touch a tracked column: it does not hold the name of
 * its table, in any case. A wrong "maybe" costs an analysis; a wrong "no" would lose a usage.
 * Immutable.
 */
final class NameScan {

  private final String[] names;

  NameScan(Collection<ColumnName> tracked) {
    Set<String> distinct = new LinkedHashSet<>();
    for (ColumnName column : tracked) {
      distinct.add(column.table().name());
    }
    this.names = distinct.toArray(String[]::new);
  }

  boolean maybeIn(String sql) {
    if (names.length == 0) {
      return false;
    }
    for (String name : names) {
      if (contains(sql, name)) {
        return true;
      }
    }
    // A name with escapes, as U&"\0075sers" or with a doubled quote, is not seen above.
    return contains(sql, "U&\"") || sql.contains("\"\"");
  }

  static boolean contains(String sql, String name) {
    char lower = name.toLowerCase(Locale.ROOT).charAt(0);
    char upper = name.toUpperCase(Locale.ROOT).charAt(0);
    int last = sql.length() - name.length();
    for (int i = 0; i <= last; i++) {
      char c = sql.charAt(i);
      if ((c == lower || c == upper) && sql.regionMatches(true, i, name, 0, name.length())) {
        return true;
      }
    }
    return false;
  }
}
