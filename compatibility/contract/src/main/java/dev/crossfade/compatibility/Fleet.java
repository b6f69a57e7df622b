package dev.crossfade.compatibility;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.testing.Postgres;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database of its own, and the data sources of the two instances that share it. */
public final class Fleet implements AutoCloseable {

  private static final Transitions TRANSITIONS =
      Transitions.of(
          List.of(
              rename("people", Version.V1.nameColumn(), Version.V2.nameColumn()),
              rename("notes", Version.V1.textColumn(), Version.V2.textColumn())));

  private final Stage stage;
  private final Postgres postgres;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private final Map<Side, DataSource> dataSources = new EnumMap<>(Side.class);
  private final Map<Side, Phases> phases = new EnumMap<>(Side.class);

  private Fleet(Stage stage) {
    this.stage = stage;
    this.postgres = Postgres.database().run(stage.layout().ddl());
    for (Side side : Side.values()) {
      HikariDataSource pool = pool(postgres);
      pools.add(pool);
      Phase phase = stage.instance(side).phase();
      if (phase == null) {
        dataSources.put(side, pool);
      } else {
        phases.put(side, phases(phase));
        dataSources.put(side, Crossfade.wrap(pool, phases(side)));
      }
    }
  }

  private static Rename rename(String table, String oldColumn, String newColumn) {
    return new Rename(new TableName(null, table), oldColumn, newColumn, Phase.BEFORE);
  }

  /** Two instances as {@code stage} says, over a new database. */
  public static Fleet at(Stage stage) {
    return new Fleet(stage);
  }

  /** Both renames in {@code phase}. */
  public static Phases phases(Phase phase) {
    PhaseSnapshot snapshot = PhaseSnapshot.declared(TRANSITIONS);
    for (Transition transition : TRANSITIONS.all()) {
      snapshot = snapshot.with(transition, phase);
    }
    return new Phases(snapshot);
  }

  static HikariDataSource pool(Postgres postgres) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.url());
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  public Stage stage() {
    return stage;
  }

  /** The database itself, past the proxy. */
  public Postgres postgres() {
    return postgres;
  }

  public Version version(Side side) {
    return stage.instance(side).version();
  }

  /** What the instance's framework gets: a pool behind the proxy, or alone in the control. */
  public DataSource dataSource(Side side) {
    return found(dataSources.get(side));
  }

  private Phases phases(Side side) {
    return found(phases.get(side));
  }

  private static <T> T found(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("no proxy here");
    }
    return value;
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }
}
