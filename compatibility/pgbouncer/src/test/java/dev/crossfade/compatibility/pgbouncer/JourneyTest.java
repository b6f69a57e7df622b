package dev.crossfade.compatibility.pgbouncer;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.compatibility.JdbcPeople;
import dev.crossfade.compatibility.Journey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WherePgBouncerIs.class)
class JourneyTest {

  @Test
  void twoInstancesLiveThroughAllPhases() throws Exception {
    List<HikariDataSource> pools = new ArrayList<>();
    try {
      Journey.pass(
          (version, postgres, phases) -> {
            HikariDataSource pool = PgBouncerPeopleTest.pool(postgres);
            pools.add(pool);
            return new JdbcPeople(version, Crossfade.wrap(pool, phases));
          });
    } finally {
      pools.forEach(HikariDataSource::close);
    }
  }
}
