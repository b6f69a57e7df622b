package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.testing.Postgres;
import java.util.Collection;

/**
 * One physical state of a schema under rename. All hold the same rows as the application sees them.
 */
enum World {
  /** Reference: the old column only. */
  ORIGINAL(null),
  /** Reference: the new column only, as contract leaves it. */
  FINISHED(null),
  /** Reference for {@code *}: both columns; whoever writes the new one writes the old one. */
  BOTH_BY_NEW(null),
  /** Reference for {@code *}: both columns; whoever writes the old one writes the new one. */
  BOTH_BY_OLD(null),

  /** The new column does not exist. */
  BEFORE_MISSING(Phase.BEFORE),
  /** The new column exists and holds NULL, right and wrong values. */
  BEFORE_ADDED(Phase.BEFORE),
  /** The new column holds NULL, right values, and wrong ones that a BEFORE instance left behind. */
  DUAL_WRITE(Phase.DUAL_WRITE),
  /** The new column holds NULL or the right value. */
  FALLBACK_READ(Phase.FALLBACK_READ),
  /** Backfilled. */
  NEW_READ(Phase.NEW_READ),
  /** Backfilled; an instance in AFTER has since written rows, so that the old column is stale. */
  NEW_READ_BESIDE_AFTER(Phase.NEW_READ),
  /** The old column is still there, and wrong. */
  AFTER_STALE(Phase.AFTER),
  /** As {@link #AFTER_STALE}, and the session may not touch the old column at all. */
  AFTER_DENIED(Phase.AFTER),
  /** The old column is gone. */
  AFTER_DROPPED(Phase.AFTER);

  static final String WITNESS = "public.crossfade_witness";
  static final String DENIED = "crossfade_denied";

  final Phase phase;

  World(Phase phase) {
    this.phase = phase;
  }

  boolean isReference() {
    return phase == null;
  }

  boolean hasOld() {
    return this != FINISHED && this != AFTER_DROPPED;
  }

  boolean hasNew() {
    return this != ORIGINAL && this != BEFORE_MISSING;
  }

  /** Whether the application's value stands in the new column. */
  boolean valueIsNew() {
    return switch (this) {
      case FINISHED, BOTH_BY_NEW, NEW_READ, NEW_READ_BESIDE_AFTER -> true;
      case AFTER_STALE, AFTER_DENIED, AFTER_DROPPED -> true;
      default -> false;
    };
  }

  /** A new database in this state. */
  Postgres build(Schema schema) {
    Postgres database = Postgres.database();
    StringBuilder sql = new StringBuilder();
    schema.session().forEach(statement -> sql.append(statement).append(";\n"));
    sql.append(schema.section("original"));
    if (hasNew()) {
      sql.append(schema.section("expand"));
    }
    for (Rename rename : schema.renames()) {
      backfill(schema, rename, sql);
    }
    if (phase == Phase.AFTER || this == FINISHED) {
      sql.append(schema.section("after"));
    }
    for (Rename rename : schema.renames()) {
      goStale(schema, rename, sql);
    }
    if (!hasOld()) {
      sql.append(schema.section("contract"));
    }
    if (isReference()) {
      sql.append("CREATE TABLE ").append(WITNESS).append(" (tab text, id text);\n");
      schema.renames().forEach(rename -> watch(rename, sql));
    }
    if (this == AFTER_DENIED) {
      deny(schema, sql);
    }
    return database.run(sql.toString());
  }

  private void backfill(Schema schema, Rename rename, StringBuilder sql) {
    String o = Identifier.render(rename.oldColumn());
    String n = Identifier.render(rename.newColumn());
    if (this == BEFORE_ADDED || this == DUAL_WRITE) {
      set(rename, n, o, "id % 2 = 0", sql);
      set(rename, n, schema.garbage(rename), "id % 3 = 0", sql);
    } else if (this == FALLBACK_READ) {
      set(rename, n, o, "id % 2 = 0", sql);
    } else if (hasNew()) {
      set(rename, n, o, "true", sql);
    }
  }

  private void goStale(Schema schema, Rename rename, StringBuilder sql) {
    String o = Identifier.render(rename.oldColumn());
    if (this == NEW_READ_BESIDE_AFTER || this == AFTER_STALE || this == AFTER_DENIED) {
      set(rename, o, schema.garbage(rename), "id % 2 = 1", sql);
    }
    if (this == AFTER_STALE || this == AFTER_DENIED) {
      set(rename, o, "NULL", "id % 4 = 0", sql);
    }
  }

  private static void set(
      Rename rename, String column, String value, String where, StringBuilder sql) {
    sql.append("SET session_replication_role = replica;\n")
        .append("UPDATE %s SET %s = %s WHERE %s;\n".formatted(rename.table(), column, value, where))
        .append("RESET session_replication_role;\n");
  }

  /** Records which rows' tracked column a statement sets, and keeps both columns alike. */
  private void watch(Rename rename, StringBuilder sql) {
    String column = Identifier.quote(valueIsNew() ? rename.newColumn() : rename.oldColumn());
    String other = Identifier.quote(valueIsNew() ? rename.oldColumn() : rename.newColumn());
    String suffix = Integer.toString(Math.abs(rename.hashCode()));
    sql.append(
        """
        CREATE FUNCTION crossfade_watch_%1$s() RETURNS trigger LANGUAGE plpgsql AS $x$
        BEGIN INSERT INTO %2$s VALUES ('%3$s', NEW.id::text); RETURN NEW; END $x$;
        CREATE TRIGGER zz_watch_%1$s AFTER UPDATE OF %4$s ON %5$s
        FOR EACH ROW EXECUTE FUNCTION crossfade_watch_%1$s();
        DO $x$ DECLARE child regclass; BEGIN
          FOR child IN SELECT inhrelid FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
              WHERE inhparent = '%6$s'::regclass AND NOT relispartition LOOP
            EXECUTE 'CREATE TRIGGER zz_watch_%1$s AFTER UPDATE OF %4$s ON ' || child
              || ' FOR EACH ROW EXECUTE FUNCTION crossfade_watch_%1$s()';
          END LOOP;
        END $x$;
        """
            .formatted(
                suffix,
                WITNESS,
                rename.tracked().toString().replace("'", "''"),
                column,
                rename.table(),
                rename.table().toString().replace("'", "''")));
    if (this == BOTH_BY_NEW || this == BOTH_BY_OLD) {
      sql.append(
          """
          CREATE FUNCTION crossfade_both_%1$s() RETURNS trigger LANGUAGE plpgsql AS $x$
          BEGIN NEW.%2$s := NEW.%3$s; RETURN NEW; END $x$;
          CREATE TRIGGER zz_both_%1$s BEFORE INSERT OR UPDATE ON %4$s
          FOR EACH ROW EXECUTE FUNCTION crossfade_both_%1$s();
          """
              .formatted(suffix, other, column, rename.table()));
    }
  }

  /** A role that has every privilege except any on an old column. */
  private static void deny(Schema schema, StringBuilder sql) {
    sql.append(
        """
        DO $x$ DECLARE ns text; BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
          FOR ns IN SELECT quote_ident(nspname) FROM pg_namespace
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
            EXECUTE 'GRANT ALL ON SCHEMA ' || ns || ' TO %1$s';
            EXECUTE 'GRANT ALL ON ALL TABLES IN SCHEMA ' || ns || ' TO %1$s';
            EXECUTE 'GRANT ALL ON ALL SEQUENCES IN SCHEMA ' || ns || ' TO %1$s';
          END LOOP;
        END $x$;
        """
            .formatted(DENIED));
    for (Rename rename : schema.renames()) {
      sql.append(withhold(rename.table().toString(), schema.oldColumns(rename.table()), DENIED));
    }
  }

  /** SQL that leaves {@code role} every privilege on {@code table} but those on some columns. */
  static String withhold(String table, Collection<String> columns, String role) {
    return """
        REVOKE ALL ON %1$s FROM %2$s;
        GRANT DELETE ON %1$s TO %2$s;
        DO $x$ DECLARE rest text; BEGIN
          SELECT string_agg(quote_ident(attname), ',') INTO rest FROM pg_attribute
          WHERE attrelid = '%3$s'::regclass AND attnum > 0 AND NOT attisdropped
            AND attname NOT IN (%4$s);
          EXECUTE format('GRANT SELECT (%%1$s), INSERT (%%1$s), UPDATE (%%1$s) ON %1$s TO %2$s', rest);
        END $x$;
        """
        .formatted(
            table,
            role,
            table.replace("'", "''"),
            String.join(",", columns.stream().map(c -> "'" + c.replace("'", "''") + "'").toList()));
  }
}
