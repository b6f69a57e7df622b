package dev.crossfade.sql.syntax;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The key words that the parser asks for or that are not free to be names: PostgreSQL 18's, which
 * earlier versions' are among. All others are names like any.
 */
enum Word {
  ABORT,
  ABSENT,
  ALL(Category.RESERVED, true),
  ALTER,
  ANALYSE(Category.RESERVED, true),
  ANALYZE(Category.RESERVED, true),
  AND(Category.RESERVED, true),
  ANY(Category.RESERVED, true),
  ARRAY(Category.RESERVED, false),
  AS(Category.RESERVED, false),
  ASC(Category.RESERVED, true),
  ASSERTION,
  ASYMMETRIC(Category.RESERVED, true),
  ASENSITIVE,
  AT,
  ATOMIC,
  AUTHORIZATION(Category.FUNCTION_NAME, true),
  BEGIN,
  BETWEEN(Category.COLUMN_NAME, true),
  BIGINT(Category.COLUMN_NAME, true),
  BINARY(Category.FUNCTION_NAME, true),
  BIT(Category.COLUMN_NAME, true),
  BOOLEAN(Category.COLUMN_NAME, true),
  BOTH(Category.RESERVED, true),
  BREADTH,
  BY,
  CALL,
  CASCADE,
  CASE(Category.RESERVED, true),
  CAST(Category.RESERVED, true),
  CHAR(Category.COLUMN_NAME, false),
  CHARACTER(Category.COLUMN_NAME, false),
  CHECK(Category.RESERVED, true),
  CHECKPOINT,
  CLOSE,
  CLUSTER,
  COALESCE(Category.COLUMN_NAME, true),
  COLLATE(Category.RESERVED, true),
  COLLATION(Category.FUNCTION_NAME, true),
  COLUMN(Category.RESERVED, true),
  COLUMNS,
  COMMENT,
  COMMIT,
  CONCURRENTLY(Category.FUNCTION_NAME, true),
  CONDITIONAL,
  CONFLICT,
  CONSTRAINT(Category.RESERVED, true),
  CONTENT,
  CONTINUE,
  COPY,
  CREATE(Category.RESERVED, false),
  CROSS(Category.FUNCTION_NAME, true),
  CSV,
  CUBE,
  CURRENT,
  CURRENT_CATALOG(Category.RESERVED, true),
  CURRENT_DATE(Category.RESERVED, true),
  CURRENT_ROLE(Category.RESERVED, true),
  CURRENT_SCHEMA(Category.FUNCTION_NAME, true),
  CURRENT_TIME(Category.RESERVED, true),
  CURRENT_TIMESTAMP(Category.RESERVED, true),
  CURRENT_USER(Category.RESERVED, true),
  CURSOR,
  CYCLE,
  DATA,
  DAY(Category.UNRESERVED, false),
  DEALLOCATE,
  DEC(Category.COLUMN_NAME, true),
  DECIMAL(Category.COLUMN_NAME, true),
  DECLARE,
  DEFAULT(Category.RESERVED, true),
  DEFERRABLE(Category.RESERVED, true),
  DELETE,
  DEPTH,
  DESC(Category.RESERVED, true),
  DISCARD,
  DISTINCT(Category.RESERVED, true),
  DO(Category.RESERVED, true),
  DOCUMENT,
  DOUBLE,
  DROP,
  ELSE(Category.RESERVED, true),
  EMPTY,
  ENCODING,
  END(Category.RESERVED, true),
  ERROR,
  ESCAPE,
  EVENT,
  EXCEPT(Category.RESERVED, false),
  EXCLUDE,
  EXECUTE,
  EXISTS(Category.COLUMN_NAME, true),
  EXPLAIN,
  EXTRACT(Category.COLUMN_NAME, true),
  FALSE(Category.RESERVED, true),
  FETCH(Category.RESERVED, false),
  FILTER(Category.UNRESERVED, false),
  FIRST,
  FLOAT(Category.COLUMN_NAME, true),
  FOLLOWING,
  FOR(Category.RESERVED, false),
  FOREIGN(Category.RESERVED, true),
  FORMAT,
  FREEZE(Category.FUNCTION_NAME, true),
  FROM(Category.RESERVED, false),
  FULL(Category.FUNCTION_NAME, true),
  GLOBAL,
  GRANT(Category.RESERVED, false),
  GREATEST(Category.COLUMN_NAME, true),
  GROUP(Category.RESERVED, false),
  GROUPING(Category.COLUMN_NAME, true),
  GROUPS,
  HAVING(Category.RESERVED, false),
  HOUR(Category.UNRESERVED, false),
  IDENTITY,
  IF,
  ILIKE(Category.FUNCTION_NAME, true),
  IN(Category.RESERVED, true),
  HOLD,
  IMPORT,
  INDENT,
  INITIALLY(Category.RESERVED, true),
  INNER(Category.FUNCTION_NAME, true),
  INOUT(Category.COLUMN_NAME, true),
  INSENSITIVE,
  INSERT,
  INT(Category.COLUMN_NAME, true),
  INTEGER(Category.COLUMN_NAME, true),
  INTERSECT(Category.RESERVED, false),
  INTERVAL(Category.COLUMN_NAME, true),
  INTO(Category.RESERVED, false),
  IS(Category.FUNCTION_NAME, true),
  ISNULL(Category.FUNCTION_NAME, false),
  JOIN(Category.FUNCTION_NAME, true),
  JSON(Category.COLUMN_NAME, true),
  JSON_ARRAY(Category.COLUMN_NAME, true),
  JSON_ARRAYAGG(Category.COLUMN_NAME, true),
  JSON_EXISTS(Category.COLUMN_NAME, true),
  JSON_OBJECT(Category.COLUMN_NAME, true),
  JSON_OBJECTAGG(Category.COLUMN_NAME, true),
  JSON_QUERY(Category.COLUMN_NAME, true),
  JSON_SCALAR(Category.COLUMN_NAME, true),
  JSON_SERIALIZE(Category.COLUMN_NAME, true),
  JSON_TABLE(Category.COLUMN_NAME, true),
  JSON_VALUE(Category.COLUMN_NAME, true),
  KEEP,
  KEY,
  KEYS,
  LANGUAGE,
  LAST,
  LATERAL(Category.RESERVED, true),
  LEADING(Category.RESERVED, true),
  LEAST(Category.COLUMN_NAME, true),
  LEFT(Category.FUNCTION_NAME, true),
  LIKE(Category.FUNCTION_NAME, true),
  LIMIT(Category.RESERVED, false),
  LISTEN,
  LOAD,
  LOCAL,
  LOCALTIME(Category.RESERVED, true),
  LOCALTIMESTAMP(Category.RESERVED, true),
  LOCK,
  LOCKED,
  MATCHED,
  MATERIALIZED,
  MERGE,
  MERGE_ACTION(Category.COLUMN_NAME, true),
  MINUTE(Category.UNRESERVED, false),
  MONTH(Category.UNRESERVED, false),
  MOVE,
  NAME,
  NATIONAL(Category.COLUMN_NAME, true),
  NATURAL(Category.FUNCTION_NAME, true),
  NCHAR(Category.COLUMN_NAME, true),
  NESTED,
  NEW,
  NEXT,
  NFC,
  NFD,
  NFKC,
  NFKD,
  NO,
  NONE(Category.COLUMN_NAME, true),
  NORMALIZE(Category.COLUMN_NAME, true),
  NORMALIZED,
  NOT(Category.RESERVED, true),
  NOTHING,
  NOTIFY,
  NOTNULL(Category.FUNCTION_NAME, false),
  NOWAIT,
  NULL(Category.RESERVED, true),
  NULLIF(Category.COLUMN_NAME, true),
  NULLS,
  NUMERIC(Category.COLUMN_NAME, true),
  OBJECT,
  OF,
  OFFSET(Category.RESERVED, false),
  OLD,
  OMIT,
  ON(Category.RESERVED, false),
  ONLY(Category.RESERVED, true),
  OPERATOR,
  OPTION,
  OR(Category.RESERVED, true),
  ORDER(Category.RESERVED, false),
  ORDINALITY,
  OTHERS,
  OUT(Category.COLUMN_NAME, true),
  OUTER(Category.FUNCTION_NAME, true),
  OVER(Category.UNRESERVED, false),
  OVERLAPS(Category.FUNCTION_NAME, false),
  OVERLAY(Category.COLUMN_NAME, true),
  OVERRIDING,
  PARTITION,
  PASSING,
  PATH,
  PLACING(Category.RESERVED, true),
  POSITION(Category.COLUMN_NAME, true),
  PRECEDING,
  PRECISION(Category.COLUMN_NAME, false),
  PREPARE,
  PREPARED,
  PRESERVE,
  PRIMARY(Category.RESERVED, true),
  PROCEDURAL,
  PROGRAM,
  QUOTES,
  RANGE,
  READ,
  REAL(Category.COLUMN_NAME, true),
  REASSIGN,
  RECURSIVE,
  REF,
  REFERENCES(Category.RESERVED, true),
  REFRESH,
  REINDEX,
  RELEASE,
  REPEATABLE,
  REPLACE,
  RESET,
  RESTART,
  RESTRICT,
  RETURNING(Category.RESERVED, false),
  REVOKE,
  RIGHT(Category.FUNCTION_NAME, true),
  ROLLBACK,
  ROLLUP,
  ROW(Category.COLUMN_NAME, true),
  ROWS,
  SAVEPOINT,
  SCALAR,
  SCROLL,
  SEARCH,
  SECOND(Category.UNRESERVED, false),
  SECURITY,
  SELECT(Category.RESERVED, true),
  SESSION,
  SESSION_USER(Category.RESERVED, true),
  SET,
  SETOF(Category.COLUMN_NAME, true),
  SETS,
  SHARE,
  SHOW,
  SIMILAR(Category.FUNCTION_NAME, true),
  SKIP,
  SMALLINT(Category.COLUMN_NAME, true),
  SOME(Category.RESERVED, true),
  SOURCE,
  STANDALONE,
  START,
  STATEMENT,
  STDIN,
  STDOUT,
  STRING,
  STRIP,
  SUBSTRING(Category.COLUMN_NAME, true),
  SYMMETRIC(Category.RESERVED, true),
  SYSTEM,
  SYSTEM_USER(Category.RESERVED, true),
  TABLE(Category.RESERVED, true),
  TABLESAMPLE(Category.FUNCTION_NAME, true),
  TARGET,
  TEMP,
  TEMPORARY,
  THEN(Category.RESERVED, true),
  TIES,
  TIME(Category.COLUMN_NAME, true),
  TIMESTAMP(Category.COLUMN_NAME, true),
  TO(Category.RESERVED, false),
  TRAILING(Category.RESERVED, true),
  TRANSACTION,
  TREAT(Category.COLUMN_NAME, true),
  TRIGGER,
  TRIM(Category.COLUMN_NAME, true),
  TRUE(Category.RESERVED, true),
  TRUNCATE,
  TRUSTED,
  UESCAPE,
  UNBOUNDED,
  UNCONDITIONAL,
  UNION(Category.RESERVED, false),
  UNIQUE(Category.RESERVED, true),
  UNKNOWN,
  UNLISTEN,
  UNLOGGED,
  UPDATE,
  USER(Category.RESERVED, true),
  USING(Category.RESERVED, true),
  VACUUM,
  VALUE,
  VALUES(Category.COLUMN_NAME, true),
  VARCHAR(Category.COLUMN_NAME, true),
  VARIADIC(Category.RESERVED, true),
  VARYING(Category.UNRESERVED, false),
  VERBOSE(Category.FUNCTION_NAME, true),
  VERSION,
  VIEW,
  WHEN(Category.RESERVED, true),
  WHERE(Category.RESERVED, false),
  WHITESPACE,
  WINDOW(Category.RESERVED, false),
  WITH(Category.RESERVED, false),
  WITHIN(Category.UNRESERVED, false),
  WITHOUT(Category.UNRESERVED, false),
  WRAPPER,
  XMLATTRIBUTES(Category.COLUMN_NAME, true),
  XMLCONCAT(Category.COLUMN_NAME, true),
  XMLELEMENT(Category.COLUMN_NAME, true),
  XMLEXISTS(Category.COLUMN_NAME, true),
  XMLFOREST(Category.COLUMN_NAME, true),
  XMLNAMESPACES(Category.COLUMN_NAME, true),
  XMLPARSE(Category.COLUMN_NAME, true),
  XMLPI(Category.COLUMN_NAME, true),
  XMLROOT(Category.COLUMN_NAME, true),
  XMLSERIALIZE(Category.COLUMN_NAME, true),
  XMLTABLE(Category.COLUMN_NAME, true),
  YEAR(Category.UNRESERVED, false),
  YES,
  ZONE;

  /** Where a key word may be a name without quotes (documentation, appendix C). */
  enum Category {
    UNRESERVED,
    /** Of columns and tables, but not of functions and types. */
    COLUMN_NAME,
    /** Of functions and types only. */
    FUNCTION_NAME,
    RESERVED
  }

  private static final int SLOTS = 1024;
  private static final @Nullable Word[] BY_HASH = byHash();

  private final String text;
  private final Category category;
  private final boolean bareLabel;

  Word() {
    this(Category.UNRESERVED, true);
  }

  Word(Category category, boolean bareLabel) {
    this.text = name().toLowerCase(Locale.ROOT);
    this.category = category;
    this.bareLabel = bareLabel;
  }

  /** In lower case. */
  String text() {
    return text;
  }

  Category category() {
    return category;
  }

  /** Whether it may be a column's label without AS. */
  boolean isBareLabel() {
    return bareLabel;
  }

  /** Whether it may name a column or a table. */
  boolean isColumnName() {
    return category == Category.UNRESERVED || category == Category.COLUMN_NAME;
  }

  /** Whether it may name a function or a type. */
  boolean isFunctionName() {
    return category == Category.UNRESERVED || category == Category.FUNCTION_NAME;
  }

  /** The next value of the hash that {@link #find} wants. */
  static int hash(int hash, char c) {
    return hash * 31 + (c | 32);
  }

  /** The key word at {@code [start, end)} in any case, or null. */
  static @Nullable Word find(String sql, int start, int end, int hash) {
    for (int slot = slot(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
      Word word = BY_HASH[slot];
      if (word == null || word.is(sql, start, end)) {
        return word;
      }
    }
  }

  private boolean is(String sql, int start, int end) {
    if (end - start != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = sql.charAt(start + i);
      // Only ASCII letters fold, so that no other letter makes a key word.
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 10) & (SLOTS - 1);
  }

  private static @Nullable Word[] byHash() {
    @Nullable Word[] table = new Word[SLOTS];
    for (Word word : values()) {
      int hash = 0;
      for (int i = 0; i < word.text.length(); i++) {
        hash = hash(hash, word.text.charAt(i));
      }
      int slot = slot(hash);
      while (table[slot] != null) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      table[slot] = word;
    }
    return table;
  }
}
