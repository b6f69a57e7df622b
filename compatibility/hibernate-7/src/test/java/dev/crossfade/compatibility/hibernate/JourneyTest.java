package dev.crossfade.compatibility.hibernate;

import dev.crossfade.compatibility.Journey;
import org.junit.jupiter.api.Test;

class JourneyTest {

  @Test
  void twoInstancesLiveThroughAllPhases() throws Exception {
    Journey.pass(
        (version, dataSource) -> new HibernatePeople(Application.over(version, dataSource)));
  }
}
