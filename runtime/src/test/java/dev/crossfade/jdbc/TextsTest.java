package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @Test
  void aMillionDistinctTextsStayBounded() {
    Texts<String> texts = new Texts<>();
    for (int i = 0; i < 1_000_000; i++) {
      texts.put("SELECT " + i, "known");
      if (i % 1000 == 0) {
        assertThat(texts.size()).isLessThanOrEqualTo(Texts.MOST + 1);
      }
    }
    assertThat(texts.get("SELECT 999999")).isEqualTo("known");
  }

  @Test
  void longTextsStayBoundedToo() {
    Texts<String> texts = new Texts<>();
    String padding = " ".repeat(50_000);
    for (int i = 0; i < 1_000; i++) {
      texts.put(i + padding, "known");
      assertThat(texts.size()).isLessThanOrEqualTo(161);
    }
    texts.put("x".repeat(1_000_000), "too long to keep");
    assertThat(texts.get("x".repeat(1_000_000))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM users | 0",
        "SET search_path = a | 1",
        "SELECT set_config('search_path', 'a', true) | 1",
        "SELECT set_config('app.tenant', ?, true) | 0",
        "SELECT set_config ( 'role', ?, true) | 1",
        "SELECT pg_catalog.set_config(?, ?, true) | 1",
        "/* hint */ set role admin | 1",
        "SET SESSION AUTHORIZATION admin | 1",
        "SET schema 'a' | 1",
        "SET statement_timeout = 5 | 0",
        "RESET ALL | 3",
        "DISCARD ALL | 3",
        "CREATE TEMP TABLE a (b int) | 2",
        "create local temporary table a (b int) | 2",
        "CREATE TABLE a (temp int) | 4",
        "SELECT 1; -- then\\n DROP TABLE a | 6",
        "SELECT a INTO TEMP b FROM c | 6",
        "WITH a AS (INSERT INTO b VALUES (1) RETURNING 1) SELECT * FROM a | 0",
        "COMMIT | 8",
        "ROLLBACK TO SAVEPOINT a | 1",
        "DO $$ BEGIN END $$ | 7",
        "INSERT INTO log VALUES ('DROP TABLE a') | 0",
      })
  void effectsAreTold(String sql, int effects) {
    assertThat(Effects.of(sql.replace("\\n", "\n"))).isEqualTo(effects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ROLLBACK | true",
        "  -- why\\n rollback to savepoint s ; | true",
        "SET a.b = 'users' | true",
        "ROLLBACK; UPDATE users SET full_name = 'x' | false",
        "SELECT 1 | false",
        "beginning | false",
      })
  void controlIsTold(String sql, boolean control) {
    assertThat(Effects.isControl(sql.replace("\\n", "\n"))).isEqualTo(control);
  }
}
