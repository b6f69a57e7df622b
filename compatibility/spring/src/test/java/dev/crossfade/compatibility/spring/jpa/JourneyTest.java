package dev.crossfade.compatibility.spring.jpa;

import dev.crossfade.compatibility.Journey;
import org.junit.jupiter.api.Test;

class JourneyTest {

  @Test
  void twoInstancesLiveThroughAllPhases() throws Exception {
    Journey.pass(
        (version, dataSource) -> new RepositoryPeople(new Application(version, dataSource)));
  }
}
