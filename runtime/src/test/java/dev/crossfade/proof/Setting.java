package dev.crossfade.proof;

import dev.crossfade.model.Identifier;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.testing.Postgres;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The physical state of a schema: each of its renames in a world of its own.
 *
 * @param schema what it is a state of
 * @param worlds every rename's world; all are references or none is
 * @param order the order in which the new columns were added
 */
record Setting(Schema schema, Map<Rename, World> worlds, List<Rename> order) {

  static final String WITNESS = "public.crossfade_witness";
  static final String DENIED = "crossfade_denied";

  /** Every rename in the same world. */
  static Setting of(Schema schema, World world) {
    Map<Rename, World> worlds = new LinkedHashMap<>();
    schema.renames().forEach(rename -> worlds.put(rename, world));
    return new Setting(schema, worlds, schema.renames());
  }

  static Setting of(Schema schema, Map<Rename, World> worlds) {
    return new Setting(schema, worlds, schema.renames());
  }

  /** Where the same renames stand as {@code worldOf} says, the missing columns added last. */
  Setting reference(BiFunction<Rename, World, World> worldOf) {
    Map<Rename, World> references = new LinkedHashMap<>();
    List<Rename> present = new ArrayList<>();
    List<Rename> missing = new ArrayList<>();
    worlds.forEach(
        (rename, world) -> {
          references.put(rename, worldOf.apply(rename, world));
          (world.hasNew() ? present : missing).add(rename);
        });
    present.addAll(missing);
    return new Setting(schema, references, present);
  }

  World of(Rename rename) {
    return worlds.get(rename);
  }

  boolean isReference() {
    return worlds.values().stream().anyMatch(World::isReference);
  }

  boolean isDenied() {
    return worlds.containsValue(World.AFTER_DENIED);
  }

  /** Whether all renames stand in the same world. */
  boolean isUniform() {
    return new LinkedHashSet<>(worlds.values()).size() < 2;
  }

  PhaseSnapshot phases() {
    PhaseSnapshot phases = PhaseSnapshot.declared(schema.transitions());
    for (Rename rename : schema.renames()) {
      phases = phases.with(rename, of(rename).phase);
    }
    return phases;
  }

  /** A new database in this state. */
  Postgres build() {
    StringBuilder sql = new StringBuilder();
    schema.session().forEach(statement -> sql.append(statement).append(";\n"));
    sql.append(schema.section("original"));
    sql.append(schema.steps("expand", order.stream().filter(r -> of(r).hasNew()).toList()));
    for (Rename rename : schema.renames()) {
      backfill(rename, sql);
    }
    List<Rename> after =
        schema.renames().stream()
            .filter(r -> of(r).phase == Phase.AFTER || of(r) == World.FINISHED)
            .toList();
    sql.append(schema.steps("after", after));
    for (Rename rename : schema.renames()) {
      goStale(rename, sql);
    }
    sql.append(
        schema.steps("contract", schema.renames().stream().filter(r -> !of(r).hasOld()).toList()));
    if (isReference()) {
      sql.append("CREATE TABLE ").append(WITNESS).append(" (tab text, id text);\n");
      schema.renames().forEach(rename -> watch(rename, sql));
    }
    if (isDenied()) {
      deny(sql);
    }
    return Postgres.database().run(sql.toString());
  }

  private void backfill(Rename rename, StringBuilder sql) {
    World world = of(rename);
    String o = Identifier.render(rename.oldColumn());
    String n = Identifier.render(rename.newColumn());
    if (world == World.BEFORE_ADDED || world == World.DUAL_WRITE) {
      set(rename, n, o, "id % 2 = 0", sql);
      set(rename, n, schema.garbage(rename), "id % 3 = 0", sql);
    } else if (world == World.FALLBACK_READ) {
      set(rename, n, o, "id % 2 = 0", sql);
    } else if (world.hasNew()) {
      set(rename, n, o, "true", sql);
    }
  }

  private void goStale(Rename rename, StringBuilder sql) {
    World world = of(rename);
    String o = Identifier.render(rename.oldColumn());
    if (world == World.NEW_READ_BESIDE_AFTER
        || world == World.AFTER_STALE
        || world == World.AFTER_DENIED) {
      set(rename, o, schema.garbage(rename), "id % 2 = 1", sql);
    }
    if (world == World.AFTER_STALE || world == World.AFTER_DENIED) {
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
    String column =
        Identifier.quote(of(rename).valueIsNew() ? rename.newColumn() : rename.oldColumn());
    String other =
        Identifier.quote(of(rename).valueIsNew() ? rename.oldColumn() : rename.newColumn());
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
    if (of(rename) == World.BOTH_BY_NEW || of(rename) == World.BOTH_BY_OLD) {
      sql.append(
          """
          CREATE FUNCTION crossfade_both_%1$s() RETURNS trigger LANGUAGE plpgsql AS $x$
          BEGIN NEW.%2$s := NEW.%3$s; RETURN NEW; END $x$;
          CREATE TRIGGER zz_both_%1$s BEFORE INSERT OR UPDATE ON %4$s
          FOR EACH ROW EXECUTE FUNCTION crossfade_both_%1$s();
          DO $x$ DECLARE child regclass; BEGIN
            FOR child IN SELECT inhrelid FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                WHERE inhparent = '%5$s'::regclass AND NOT relispartition LOOP
              EXECUTE 'CREATE TRIGGER zz_both_%1$s BEFORE INSERT OR UPDATE ON ' || child
                || ' FOR EACH ROW EXECUTE FUNCTION crossfade_both_%1$s()';
            END LOOP;
          END $x$;
          """
              .formatted(
                  suffix,
                  other,
                  column,
                  rename.table(),
                  rename.table().toString().replace("'", "''")));
    }
  }

  /** A role that has every privilege except any on an old column. */
  private void deny(StringBuilder sql) {
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
    Map<String, Set<String>> denied = new LinkedHashMap<>();
    for (Rename rename : schema.renames()) {
      if (of(rename) == World.AFTER_DENIED) {
        denied
            .computeIfAbsent(rename.table().toString(), t -> new LinkedHashSet<>())
            .add(rename.oldColumn());
      }
    }
    denied.forEach((table, columns) -> sql.append(withhold(table, columns, DENIED)));
  }

  /** The table whatever the search path and temporary tables say. */
  static String qualified(TableName table) {
    return (table.schema() == null ? "public." : "") + table;
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

  @Override
  public String toString() {
    if (isUniform()) {
      return worlds.values().iterator().next().name();
    }
    List<String> parts = new ArrayList<>();
    order.forEach(rename -> parts.add(rename.tracked() + "=" + of(rename)));
    return String.join(" ", parts);
  }
}
