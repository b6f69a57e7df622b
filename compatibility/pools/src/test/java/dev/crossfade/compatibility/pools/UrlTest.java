package dev.crossfade.compatibility.pools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.Crossfade;
import dev.crossfade.compatibility.JdbcPeople;
import dev.crossfade.compatibility.Journey;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.Phases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pools that are configured by the proxy's URL: the phases are the JVM's own, and the transitions
 * those of the class path.
 */
class UrlTest {

  @AfterEach
  void backToTheStart() {
    Phases live = Crossfade.phases();
    for (Transition transition : live.transitions().all()) {
      while (live.of(transition) != Phase.BEFORE) {
        live.move(transition, live.of(transition).previous());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothVersionsLiveThroughAllPhases(Kind kind) throws Exception {
    List<Pool> opened = new ArrayList<>();
    try {
      Journey.pass(
          Crossfade.phases(),
          (version, postgres) -> {
            Pool pool = kind.at(postgres.url().replace("jdbc:", "jdbc:crossfade:"));
            opened.add(pool);
            return new JdbcPeople(version, pool.dataSource());
          });
      assertThat(opened).hasSize(2).allMatch(pool -> pool.active().getAsInt() == 0);
    } finally {
      for (Pool pool : opened) {
        pool.close();
      }
    }
  }
}
