package dev.crossfade.server;

import dev.crossfade.testing.Postgres;

/**
 * One database for all tests of this module that run one after another, emptied for each: hundreds
 * of databases would cost gigabytes.
 */
public final class OneDatabase {

  private static final Postgres POSTGRES = Postgres.database();

  private OneDatabase() {}

  /** The database, with nothing in it but an empty schema {@code public}. */
  public static Postgres emptied() {
    return POSTGRES.run(
        """
        DO $$ DECLARE name text; BEGIN
          FOR name IN SELECT pubname FROM pg_publication LOOP
            EXECUTE format('DROP PUBLICATION %I', name);
          END LOOP;
          FOR name IN SELECT nspname FROM pg_namespace
              WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' LOOP
            EXECUTE format('DROP SCHEMA %I CASCADE', name);
          END LOOP;
          EXECUTE 'CREATE SCHEMA public';
          EXECUTE format('ALTER DATABASE %I RESET ALL', current_database());
        END $$
        """);
  }
}
