package dev.crossfade.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.sql.syntax.NotAccepted;
import dev.crossfade.sql.syntax.Parsed;
import dev.crossfade.sql.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A statement that the parser refused would be refused everywhere, and proven nowhere. */
class AcceptanceTest {

  private static final long SEED = Long.getLong("crossfade.random.seed", 20_261_120);
  private static final int STATEMENTS = Integer.getInteger("crossfade.random.statements", 5000);

  @Test
  void everyRandomStatementIsAccepted() {
    List<String> refused = new ArrayList<>();
    RandomSchema.Made schema = RandomSchema.make(SEED);
    for (int i = 0; i < STATEMENTS; i++) {
      if (i % 100 == 99) {
        schema = RandomSchema.make(SEED + i);
      }
      Choices choices = Choices.random(SEED + i);
      String sql = RandomStatement.make(choices, schema, "random").fixture().statements().sql();
      Parsed parsed = Parser.parse(sql, true);
      if (parsed instanceof NotAccepted) {
        refused.add(parsed + ": " + sql);
      }
    }
    assertThat(refused).as("seed " + SEED).isEmpty();
  }
}
