package dev.crossfade.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Another session's query is shown without what it holds. */
class BlockerTest {

  @Test
  void noLiteralIsShownHoweverTheQueryIsCut() {
    String query =
        "SELECT $1, 'canary', E'can\\'ary', $$canary$$, $t$canary$t$, U&'canary', 4711, 4711.5e3"
            + " /* canary */ -- canary";
    for (int end = 0; end <= query.length(); end++) {
      assertThat(Blocker.shape(query.substring(0, end)))
          .as(query.substring(0, end))
          .doesNotContain("cana")
          .doesNotContain("4711");
    }
  }

  @Test
  void aLongQueryIsCutShort() {
    assertThat(Blocker.shape("SELECT " + "a, ".repeat(500) + "b")).hasSizeLessThan(200);
  }
}
