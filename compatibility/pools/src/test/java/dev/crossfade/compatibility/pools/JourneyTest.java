package dev.crossfade.compatibility.pools;

import dev.crossfade.compatibility.JdbcPeople;
import dev.crossfade.compatibility.Journey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements that a pool keeps live through all phases. */
class JourneyTest {

  @ParameterizedTest
  @MethodSource("dev.crossfade.compatibility.pools.PoolsTest#pools")
  void twoInstancesLiveThroughAllPhases(Kind kind, Placed placed) throws Exception {
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      Journey.pass(
          (version, postgres, phases) -> {
            Placed.Both both = placed.open(kind, postgres, phases);
            opened.add(both);
            return new JdbcPeople(version, both.dataSource());
          });
    } finally {
      for (AutoCloseable pool : opened) {
        pool.close();
      }
    }
  }
}
