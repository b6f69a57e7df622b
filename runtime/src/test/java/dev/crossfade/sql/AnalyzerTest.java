package dev.crossfade.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.ColumnName;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzerTest {

  private final Analyzer analyzer = new Analyzer(List.of(ColumnName.parse("users.full_name")));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT full_name FROM users; read
          SELECT u.full_name FROM users u; read
          SELECT USERS.Full_Name FROM public.users; read
          SELECT "full_name" FROM "users"; read
          SELECT U&"full\\005fname" FROM users; read
          SELECT public.users.full_name FROM public.users; read
          SELECT id FROM users; ''
          SELECT * FROM users; star
          SELECT u.* FROM users u JOIN orders o ON o.user_id = u.id; star
          SELECT o.* FROM users u JOIN orders o ON o.user_id = u.id; ''
          TABLE users; star
          SELECT u FROM users u; whole-row
          SELECT row_to_json(u) FROM users u; whole-row
          SELECT count(u.*) FROM users u; whole-row
          SELECT count(*) FROM users u; ''
          SELECT (u).full_name FROM users u; read,whole-row
          SELECT * FROM jsonb_populate_record(NULL::users, '{}'); whole-row
          SELECT full_name(u) FROM users u; read,whole-row
          SELECT 1 FROM users WHERE full_name LIKE ?; read
          SELECT x.full_name FROM (SELECT * FROM users) x; star,read
          SELECT x.id FROM (SELECT * FROM users) x; star
          WITH x AS (SELECT * FROM users) SELECT full_name FROM x; star,read
          WITH users AS (SELECT 1 AS full_name) SELECT full_name FROM users; ''
          SELECT 1 FROM orders o WHERE EXISTS (SELECT * FROM users u WHERE u.id = o.id); star
          SELECT id FROM users ORDER BY full_name; read
          SELECT id AS full_name FROM users ORDER BY full_name; ''
          INSERT INTO users (id, full_name) VALUES (?, ?); write
          INSERT INTO users VALUES (?, ?); positional
          INSERT INTO archive SELECT * FROM users; read
          INSERT INTO users (id) VALUES (1) RETURNING full_name; read
          INSERT INTO users (id) VALUES (1) RETURNING *; star
          INSERT INTO users (id) VALUES (1) ON CONFLICT (full_name) DO NOTHING; read
          INSERT INTO users AS u (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET full_name = excluded.full_name; read,write
          UPDATE users SET full_name = upper(full_name); read,write
          UPDATE users SET (id, full_name) = (1, ?); write
          UPDATE users SET id = 1; ''
          DELETE FROM users WHERE full_name = 'x'; read
          MERGE INTO users u USING src s ON s.id = u.id WHEN MATCHED THEN UPDATE SET full_name = s.n WHEN NOT MATCHED THEN INSERT (id, full_name) VALUES (s.id, s.n); write
          SELECT 1 FROM users JOIN people USING (full_name); read
          COPY users (id, full_name) FROM STDIN; write
          COPY users TO STDOUT; read
          COPY (SELECT id FROM users) TO STDOUT; ''
          EXPLAIN SELECT full_name FROM users; read
          DECLARE c CURSOR FOR SELECT * FROM users; read
          PREPARE p AS SELECT full_name FROM users; read
          DO $$ BEGIN UPDATE users SET full_name = '' END $$; possible
          ALTER TABLE users DROP COLUMN full_name; ddl
          SELECT full_name FROM users WHERE; possible
          SELECT full_name FROM orders; ''
          SELECT 'full_name' FROM orders /* users */; ''
          SELECT 1 FROM users u WHERE (SELECT max(full_name) FROM orders) = ''; read
          """)
  void tells(String sql, String kinds) {
    Analysis analysis = analyzer.analyze(sql);
    String found =
        analysis.usages().stream().map(u -> u.kind().slug()).collect(Collectors.joining(","));
    assertThat(found).isEqualTo(kinds == null || kinds.equals("''") ? "" : kinds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT  Full_Name FROM users -- hello   | select full_name from users
          select full_name from users where id=42 | select full_name from users where id = ?
          select $1, ?, 'a''b', E'\\'', $$x$$, 1e-3 from t | select ?, ... from t
          insert into t (a, b) values (?, ?)      | insert into t(a, b) values(?, ...)
          select 1 from t where a = 'it\\'s' or b | select ? from t where a = ? ...
          select "Full Name"::text from t u       | select "Full Name" :: text from t u
          """)
  void normalises(String sql, String normal) {
    assertThat(analyzer.analyze(sql).normalizedSql()).isEqualTo(normal);
  }
}
