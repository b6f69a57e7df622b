package dev.crossfade.compatibility;

import org.junit.jupiter.api.Test;

class JourneyTest {

  @Test
  void twoInstancesLiveThroughAllPhases() throws Exception {
    Journey.pass(JdbcPeople::new);
  }
}
