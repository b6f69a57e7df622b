package dev.crossfade.proof;

/** The types that random columns and expressions have. */
enum RandomType {
  TEXT("text", "'stale ' || id"),
  INT("int", "7000 + id"),
  TEXTS("text[]", "ARRAY['stale ' || id]"),
  PAIR("pair", "ROW('stale', id)::pair");

  final String sql;

  /** What a stale column of this type holds: no row's value. */
  final String stale;

  RandomType(String sql, String stale) {
    this.sql = sql;
    this.stale = stale;
  }

  /** A value as a literal; {@code number} tells values apart, 0 is NULL. */
  String value(int number) {
    if (number == 0) {
      return "NULL";
    }
    return switch (this) {
      case TEXT ->
          new String[] {"'ann'", "'bob'", "'Cyd'", "''", "'O''Hara'", "'Ünal 100%'"}[number % 6];
      case INT -> Integer.toString(number % 5);
      case TEXTS -> new String[] {"'{a,b}'", "'{b}'", "'{}'", "'{ann,bob,c}'"}[number % 4];
      case PAIR -> "'(" + "xyz".charAt(number % 3) + "," + number % 4 + ")'";
    };
  }
}
