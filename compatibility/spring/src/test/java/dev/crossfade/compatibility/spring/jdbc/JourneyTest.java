package dev.crossfade.compatibility.spring.jdbc;

import dev.crossfade.compatibility.Journey;
import org.junit.jupiter.api.Test;

class JourneyTest {

  @Test
  void twoInstancesLiveThroughAllPhases() throws Exception {
    Journey.pass(TemplatePeople::new);
  }
}
