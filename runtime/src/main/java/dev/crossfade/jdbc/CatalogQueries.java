package dev.crossfade.jdbc;

/**
 * The questions to PostgreSQL's system catalogs (documentation, chapter 53), for servers from 13
 * on. Every name is qualified, because the search path is the application's.
 */
final class CatalogQueries {

  /** The schemas a bare name is looked up in, the session's temporary one among them. */
  static final String STANDING =
      """
      SELECT pg_catalog.array_to_string(pg_catalog.current_schemas(true), E'\\n'),
             pg_catalog.pg_my_temp_schema() <> 0,
             pg_catalog.current_setting('transaction_isolation') = 'read committed'
      """;

  /**
   * One row a column of each name's relation. A default is steady only if no function and no
   * operator of its expression tree is volatile; the tree is read as text, where an object
   * identifier follows {@code :funcid}, {@code :opfuncid} or {@code :opno}.
   */
  static final String RELATIONS =
      """
      SELECT w.place, c.oid, n.nspname, c.relname, c.relkind, c.relispartition,
             c.relpersistence = 't', a.attname,
             pg_catalog.format_type(a.atttypid, a.atttypmod),
             pg_catalog.pg_get_expr(d.adbin, d.adrelid),
             d.adbin IS NULL OR d.adbin::pg_catalog.text !~ 'NEXTVALUEEXPR' AND NOT EXISTS (
               SELECT 1
               FROM pg_catalog.regexp_matches(
                      d.adbin::pg_catalog.text, ':(funcid|opfuncid|opno) ([0-9]+)', 'g') AS m
               LEFT JOIN pg_catalog.pg_operator o
                 ON m[1] = 'opno' AND o.oid = m[2]::pg_catalog.oid
               JOIN pg_catalog.pg_proc p
                 ON p.oid = CASE m[1] WHEN 'opno' THEN o.oprcode::pg_catalog.oid
                                      ELSE m[2]::pg_catalog.oid END
               WHERE p.provolatile = 'v' OR p.proretset),
             a.attgenerated <> '' OR a.attidentity <> '',
             a.attidentity <> ''
      FROM pg_catalog.unnest(?::pg_catalog.text[]) WITH ORDINALITY AS w(name, place)
      JOIN pg_catalog.pg_class c ON c.oid = pg_catalog.to_regclass(w.name)
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_attribute a
        ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      ORDER BY w.place, a.attnum
      """;

  /** One row a key column of each valid, immediate unique index without predicate or expression. */
  static final String UNIQUES =
      """
      SELECT i.indrelid, c.relname, a.attname
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      CROSS JOIN pg_catalog.generate_series(0, i.indnkeyatts - 1) AS k(place)
      JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[k.place]
      WHERE i.indrelid = ANY (?::pg_catalog.oid[])
        AND i.indisunique AND i.indisvalid AND i.indisready AND i.indimmediate
        AND i.indpred IS NULL AND i.indexprs IS NULL
      ORDER BY i.indrelid, c.relname, k.place
      """;

  /** The names of those routines and operators that are known and never volatile or a set. */
  static final String STEADY =
      """
      SELECT w.name
      FROM pg_catalog.unnest(?::pg_catalog.text[]) AS w(name)
      LEFT JOIN LATERAL (
        SELECT p.provolatile, p.proretset FROM pg_catalog.pg_proc p WHERE p.proname = w.name
        UNION ALL
        SELECT p.provolatile, p.proretset
        FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_proc p ON p.oid = o.oprcode
        WHERE o.oprname = w.name) r ON true
      GROUP BY w.name
      HAVING pg_catalog.bool_and(r.provolatile <> 'v' AND NOT r.proretset)
      """;

  /**
   * The names through which the tables of a name are reached: below them partitions and children,
   * above them parents, and whatever has a rule (a view's query is one) that mentions any of these.
   */
  static final String REACHING =
      """
      WITH RECURSIVE root AS (
        SELECT c.oid
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = ? AND (n.nspname = ? OR ? IS NULL) AND c.relkind IN ('r', 'p', 'v', 'f')
      ), below(oid) AS (
        SELECT oid FROM root
        UNION SELECT i.inhrelid FROM below b JOIN pg_catalog.pg_inherits i ON i.inhparent = b.oid
      ), above(oid) AS (
        SELECT oid FROM root
        UNION SELECT i.inhparent FROM above b JOIN pg_catalog.pg_inherits i ON i.inhrelid = b.oid
      ), reached(oid) AS (
        SELECT oid FROM (SELECT oid FROM below UNION SELECT oid FROM above) family
        UNION
        SELECT w.ev_class
        FROM reached b
        JOIN pg_catalog.pg_depend d
          ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = b.oid
         AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
        JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid
      )
      SELECT DISTINCT c.relname
      FROM reached JOIN pg_catalog.pg_class c ON c.oid = reached.oid
      WHERE c.relname <> ?
      """;

  /** The views whose queries read a column of the tables of a name, also through other views. */
  static final String VIEWS_READING =
      """
      WITH RECURSIVE reading(oid) AS (
        SELECT w.ev_class
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
        JOIN pg_catalog.pg_depend d
          ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = c.oid
         AND d.refobjsubid = a.attnum
         AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
        JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid
        WHERE c.relname = ? AND (n.nspname = ? OR ? IS NULL) AND a.attname = ? AND a.attnum > 0
        UNION
        SELECT w.ev_class
        FROM reading b
        JOIN pg_catalog.pg_depend d
          ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = b.oid
         AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
        JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid
      )
      SELECT DISTINCT c.relname
      FROM reading JOIN pg_catalog.pg_class c ON c.oid = reading.oid
      WHERE c.relkind IN ('v', 'm')
      """;

  /**
   * The names by which a text may run code in the server that leads the session's names elsewhere:
   * routines whose source sets the search path or the role or makes a temporary table, those that
   * call them, the tables whose triggers and the views whose queries are such routines.
   */
  static final String MOVING =
      """
      WITH RECURSIVE code AS (
        SELECT p.oid, p.proname, pg_catalog.lower(p.prosrc) AS source,
               CASE WHEN p.prosrc = '' THEN pg_catalog.to_jsonb(p) ->> 'prosqlbody' END AS tree
        FROM pg_catalog.pg_proc p
        JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
        JOIN pg_catalog.pg_language l ON l.oid = p.prolang
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND l.lanname NOT IN ('internal', 'c')
      ), moving(oid, proname) AS (
        SELECT c.oid, c.proname FROM code c
        WHERE c.source ~ ('search_path|set_config|\\mtemp(orary)?\\M|\\mreset\\M|\\mdiscard\\M'
                          '|\\mset\\s+(local\\s+|session\\s+)?(role|session|schema)\\M')
           OR c.tree LIKE '%:funcid 2078 %'
        UNION
        SELECT c.oid, c.proname
        FROM moving m
        JOIN code c ON pg_catalog.strpos(c.source, pg_catalog.lower(m.proname)) > 0
                    OR c.tree LIKE '%:funcid ' || m.oid || ' %'
      )
      SELECT pg_catalog.lower(m.proname) FROM moving m
      UNION
      SELECT pg_catalog.lower(c.relname)
      FROM moving m
      JOIN pg_catalog.pg_trigger t ON t.tgfoid = m.oid
      JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
      UNION
      SELECT pg_catalog.lower(c.relname)
      FROM moving m
      JOIN pg_catalog.pg_depend d
        ON d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.refobjid = m.oid
       AND d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
      JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid
      JOIN pg_catalog.pg_class c ON c.oid = w.ev_class
      """;

  private CatalogQueries() {}
}
