package dev.crossfade.benchmarks.stub;

import java.util.ArrayList;
import java.util.List;

/**
 * What a database with the tables of the benchmarks would answer, told from a statement's first
 * words. A statement that is not expected fails, so that nothing is measured by mistake.
 */
public final class Answers {

  private static final int ROWS = 1_000;

  private static final Rows USERS = users(ROWS);
  private static final Rows USER = users(1);
  private static final Rows WHOLE_USERS = wholeUsers();
  private static final Rows ORDERS = orders(ROWS);
  private static final Rows ORDER = orders(1);

  private Answers() {}

  /** Whether the answer to {@code sql} depends on what is bound. */
  public static boolean isCatalogQuery(String sql) {
    return sql.contains("pg_catalog.");
  }

  /** The answer to a statement of the benchmarks. */
  public static Rows of(String sql) {
    if (sql.startsWith("INSERT ") || sql.startsWith("UPDATE ") || sql.startsWith("SET ")) {
      return Rows.NONE;
    }
    if (sql.equals("SHOW TRANSACTION ISOLATION LEVEL")) {
      return new Rows(List.of("transaction_isolation"), new Object[] {"read committed"});
    }
    boolean users = sql.contains(" users");
    if ((sql.startsWith("SELECT ") || sql.startsWith("WITH "))
        && (users || sql.contains(" orders"))) {
      if (sql.contains(" WHERE id = ")) {
        return users ? USER : ORDER;
      }
      return sql.contains("*") ? WHOLE_USERS : users ? USERS : ORDERS;
    }
    throw new IllegalArgumentException("there is no answer to: " + sql);
  }

  /** Both updates and inserts here are of one row. */
  public static int updateCount() {
    return 1;
  }

  private static Rows users(int count) {
    Object[][] cells = new Object[count][];
    for (int i = 0; i < count; i++) {
      cells[i] = new Object[] {(long) i + 1, name(i), 30L + (i + 1) % 50};
    }
    return new Rows(List.of("id", "display_name", "age"), cells);
  }

  private static Rows wholeUsers() {
    Object[][] cells = new Object[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      cells[i] = new Object[] {(long) i + 1, name(i), 30L + (i + 1) % 50, name(i)};
    }
    return new Rows(List.of("id", "full_name", "age", "display_name"), cells);
  }

  private static Rows orders(int count) {
    Object[][] cells = new Object[count][];
    for (int i = 0; i < count; i++) {
      cells[i] = new Object[] {(long) i + 1, name(i), 30L + (i + 1) % 50};
    }
    return new Rows(List.of("id", "note", "amount"), cells);
  }

  private static String name(int row) {
    return "Customer Number " + (row + 1);
  }

  /**
   * The answer to a question that the proxy puts to the system catalogs.
   *
   * @param bound the bound values as text, in which a table's name can be found
   */
  public static Rows ofCatalog(String sql, String bound) {
    if (sql.contains("current_schemas")) {
      return new Rows(
          List.of("schemas", "temporary", "committed"),
          new Object[] {"pg_catalog\npublic", false, true});
    }
    if (sql.contains("WITH RECURSIVE code")) {
      return new Rows(List.of("lower"));
    }
    if (sql.contains("WITH RECURSIVE root")) {
      return new Rows(List.of("relname"));
    }
    if (sql.contains("to_regclass")) {
      return relations(bound);
    }
    if (sql.contains("pg_catalog.pg_index")) {
      return new Rows(
          List.of("indrelid", "relname", "attname"),
          new Object[] {1L, "users_pkey", "id"},
          new Object[] {2L, "orders_pkey", "id"});
    }
    throw new IllegalArgumentException("there is no answer to the catalog query: " + sql);
  }

  private static Rows relations(String bound) {
    List<Object[]> cells = new ArrayList<>();
    int users = bound.indexOf("users");
    int orders = bound.indexOf("orders");
    if (users >= 0) {
      long place = orders >= 0 && orders < users ? 2 : 1;
      addColumns(cells, place, 1, "users", "full_name:text", "age:integer", "display_name:text");
    }
    if (orders >= 0) {
      long place = users >= 0 && users < orders ? 2 : 1;
      addColumns(cells, place, 2, "orders", "note:text", "amount:integer");
    }
    return new Rows(
        List.of(
            "place",
            "oid",
            "nspname",
            "relname",
            "relkind",
            "partition",
            "temporary",
            "attname",
            "type",
            "default",
            "steady",
            "generated",
            "identity"),
        cells.toArray(Object[][]::new));
  }

  private static void addColumns(
      List<Object[]> cells, long place, long oid, String table, String... columns) {
    cells.add(column(place, oid, table, "id", "bigint", true));
    for (String column : columns) {
      int colon = column.indexOf(':');
      String name = column.substring(0, colon);
      cells.add(column(place, oid, table, name, column.substring(colon + 1), false));
    }
  }

  private static Object[] column(
      long place, long oid, String table, String name, String type, boolean identity) {
    return new Object[] {
      place, oid, "public", table, "r", false, false, name, type, null, true, identity, identity
    };
  }
}
