package dev.crossfade.agent.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.ColumnName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          select $1                      ; select $1
          select a ? 'k' from t          ; select a ?? 'k' from t
          select a ?| $1 from t          ; select a ??| $1 from t
          select "a?b", 'x"' ? 'y' from t; select "a?b", 'x"' ?? 'y' from t
          """)
  void aQuestionMarkThatTheDriverLeftIsAnOperator(String sent, String jdbc) {
    assertThat(NativeText.toJdbc(sent)).isEqualTo(jdbc);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM USERS",
        "update \"users\" set a = 1",
        "SELECT 1 FROM U&\"\\0075sers\"",
        "users",
        "do $$ begin delete from public.users; end $$",
      })
  void aTextThatMayNameTheTable(String sql) {
    assertThat(new NameScan(List.of(ColumnName.parse("users.full_name"))).maybeIn(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "select full_name from orders", "user", "select 1"})
  void aTextThatCanNotNameTheTable(String sql) {
    assertThat(new NameScan(List.of(ColumnName.parse("users.full_name"))).maybeIn(sql)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from users",
        "(select * from users) union select 1",
        "with a as (select 1) select * from users",
        "table users",
        "insert into users(a) values(?) returning *;",
      })
  void rowsThatComeBack(String normalizedSql) {
    assertThat(Results.comeBack(normalizedSql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "declare c cursor for select * from users",
        "copy (select * from users) to stdout",
        "prepare p as select * from users",
        "select * from users; declare c cursor for select * from users",
        "",
        "; select * from users",
      })
  void rowsThatDoNot(String normalizedSql) {
    assertThat(Results.comeBack(normalizedSql)).isFalse();
  }
}
