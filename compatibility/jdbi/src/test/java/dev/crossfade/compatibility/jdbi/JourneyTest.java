package dev.crossfade.compatibility.jdbi;

import dev.crossfade.compatibility.Journey;
import org.junit.jupiter.api.Test;

class JourneyTest {

  @Test
  void twoInstancesLiveThroughAllPhases() throws Exception {
    Journey.pass(JdbiPeople::new);
  }
}
