package dev.crossfade.compatibility.pgbouncer;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.compatibility.Fleet;
import dev.crossfade.compatibility.JdbcPeople;
import dev.crossfade.compatibility.People;
import dev.crossfade.compatibility.PeopleContract;
import dev.crossfade.compatibility.Stage;
import dev.crossfade.compatibility.Version;
import dev.crossfade.model.Phase;
import dev.crossfade.testing.Postgres;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

@ExtendWith(WherePgBouncerIs.class)
class PgBouncerPeopleTest extends PeopleContract {

  private final List<HikariDataSource> pools = new ArrayList<>();

  @Override
  protected People open(Version version, DataSource ignored) {
    HikariDataSource pool = pool(postgres());
    pools.add(pool);
    Stage.Instance instance =
        stage().older().version() == version ? stage().older() : stage().newer();
    Phase phase = instance.phase();
    return new JdbcPeople(
        version, phase == null ? pool : Crossfade.wrap(pool, Fleet.phases(phase)));
  }

  @AfterParameterizedClassInvocation
  void closePools() {
    pools.forEach(HikariDataSource::close);
    pools.clear();
  }

  static HikariDataSource pool(Postgres postgres) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(PgBouncer.url(postgres));
    pool.setMaximumPoolSize(3);
    return pool;
  }
}
