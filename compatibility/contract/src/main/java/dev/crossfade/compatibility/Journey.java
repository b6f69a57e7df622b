package dev.crossfade.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossfade.Crossfade;
import dev.crossfade.compatibility.Stage.Instance;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.Phases;
import dev.crossfade.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A rename from the first phase to the dropped column, with an instance of each version that lives
 * through it: neither is restarted, their connections and prepared statements stay.
 */
public final class Journey {

  /** Starts an instance over the database, whose proxy follows the phases. */
  public interface Opening {
    People open(Version version, Postgres postgres, Phases phases) throws Exception;
  }

  /** Starts an instance over the database, whose proxy follows the JVM's phases. */
  public interface SharedOpening {
    People open(Version version, Postgres postgres) throws Exception;
  }

  private static final String BACKFILL =
      """
      UPDATE people SET display_name = full_name WHERE display_name IS DISTINCT FROM full_name;
      UPDATE notes SET content = body WHERE content IS DISTINCT FROM body;
      """;
  private static final String DIFFERENT =
      """
      SELECT (SELECT count(*) FROM people WHERE display_name IS DISTINCT FROM full_name)
        + (SELECT count(*) FROM notes WHERE content IS DISTINCT FROM body)
      """;

  private final RandomSteps steps = new RandomSteps(System.nanoTime());
  private final Postgres postgres;
  private final Map<Side, Phases> phases = new EnumMap<>(Side.class);
  private final Map<Side, People> people = new EnumMap<>(Side.class);
  private final Scenario scenario;

  private Journey(Postgres postgres, Model model) {
    this.postgres = postgres;
    this.scenario = new Scenario(side -> Objects.requireNonNull(people.get(side)), model);
  }

  /** The whole way, with instances over a pool behind the proxy. */
  public static void pass(BiFunction<Version, DataSource, People> opening) throws Exception {
    try (Pools pools = new Pools()) {
      pass(
          (version, postgres, phases) ->
              opening.apply(version, Crossfade.wrap(pools.open(postgres), phases)));
    }
  }

  /** The whole way, with phases for each instance. */
  public static void pass(Opening opening) throws Exception {
    pass(null, opening);
  }

  /** The whole way, with the JVM's phases for both instances. */
  public static void pass(Phases shared, SharedOpening opening) throws Exception {
    pass(shared, (version, postgres, same) -> opening.open(version, postgres));
  }

  private static void pass(@Nullable Phases shared, Opening opening) throws Exception {
    Postgres postgres = Postgres.database().run(Layout.ORIGINAL.ddl());
    Stage start =
        new Stage(
            "start",
            Layout.ORIGINAL,
            new Instance(Version.V1, Phase.BEFORE),
            new Instance(Version.V2, Phase.BEFORE));
    Model model;
    try (Rows rows = new Rows(postgres, start)) {
      model = rows.reset();
    }
    Journey journey = new Journey(postgres, model);
    try {
      for (Side side : Side.values()) {
        Phases own = shared == null ? Fleet.phases(Phase.BEFORE) : shared;
        journey.phases.put(side, own);
        journey.people.put(side, opening.open(start.instance(side).version(), postgres, own));
      }
      journey.pass();
    } finally {
      journey.people.values().forEach(People::close);
    }
  }

  private void pass() throws SQLException {
    live();
    postgres.run(Layout.EXPAND);
    live();
    to(Phase.DUAL_WRITE);
    postgres.run(BACKFILL);
    to(Phase.FALLBACK_READ);
    to(Phase.NEW_READ);
    same();
    to(Phase.FALLBACK_READ);
    to(Phase.NEW_READ);
    same();
    postgres.run(Layout.RELAX);
    to(Phase.AFTER);
    postgres.run(Layout.CONTRACT);
    live();
  }

  /** One instance first, and the other a while later. */
  private void to(Phase phase) {
    for (Side side : new Side[] {Side.NEWER, Side.OLDER}) {
      Phases own = Objects.requireNonNull(phases.get(side));
      Map<Transition, Phase> targets = new HashMap<>();
      own.transitions().all().forEach(transition -> targets.put(transition, phase));
      own.moveAll(targets);
      live();
    }
  }

  private void live() {
    String where = "older in " + phase(Side.OLDER) + ", newer in " + phase(Side.NEWER);
    try {
      for (int i = 0; i < 12; i++) {
        steps.step(scenario);
      }
      people.values().forEach(scenario::agrees);
    } catch (AssertionError e) {
      throw new AssertionError(where + ": " + e.getMessage(), e);
    }
  }

  private Phase phase(Side side) {
    Phases own = Objects.requireNonNull(phases.get(side));
    return own.of(own.transitions().all().get(0));
  }

  private void same() throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(DIFFERENT)) {
      assertThat(result.next()).isTrue();
      assertThat(result.getLong(1)).as("rows whose columns differ").isZero();
    }
  }

  /** The pools that were opened, to be closed together. */
  private static final class Pools implements AutoCloseable {
    private final List<HikariDataSource> opened = new ArrayList<>();

    DataSource open(Postgres postgres) {
      HikariDataSource pool = Fleet.pool(postgres);
      opened.add(pool);
      return pool;
    }

    @Override
    public void close() {
      opened.forEach(HikariDataSource::close);
    }
  }
}
