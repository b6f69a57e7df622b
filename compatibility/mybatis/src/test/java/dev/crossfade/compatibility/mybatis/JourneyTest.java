package dev.crossfade.compatibility.mybatis;

import dev.crossfade.compatibility.Journey;
import org.junit.jupiter.api.Test;

class JourneyTest {

  @Test
  void twoInstancesLiveThroughAllPhases() throws Exception {
    Journey.pass(MybatisPeople::new);
  }
}
