package dev.crossfade.compatibility;

import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.testing.Postgres;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that are run at every {@link Stage}, each over a database of its own that is seeded anew
 * before each test. The stages without a proxy show that what is expected holds of the framework
 * alone.
 *
 * @param <A> an instance of the application
 */
@ParameterizedClass(name = "{0}")
@MethodSource("stages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Made anew at each stage.
public abstract class Staged<A extends AutoCloseable> {

  @Parameter Stage stage;

  private final Map<Side, A> instances = new EnumMap<>(Side.class);
  private final Set<Side> writers = EnumSet.noneOf(Side.class);
  private Fleet fleet;
  private Rows rows;
  private Model model;

  static Stream<Stage> stages() {
    return Stage.all().stream();
  }

  /** Starts an instance of the application, which knows the columns of {@code version}. */
  protected abstract A open(Version version, DataSource dataSource) throws Exception;

  @BeforeParameterizedClassInvocation
  final void open() throws Exception {
    fleet = Fleet.at(stage);
    rows = new Rows(fleet.postgres(), stage);
    for (Side side : Side.values()) {
      instances.put(side, open(fleet.version(side), fleet.dataSource(side)));
    }
  }

  @AfterParameterizedClassInvocation
  final void close() throws Exception {
    for (A instance : instances.values()) {
      instance.close();
    }
    instances.clear();
    rows.close();
    fleet.close();
  }

  @BeforeEach
  final void seed() throws SQLException {
    writers.clear();
    model = rows.reset();
  }

  protected final Stage stage() {
    return stage;
  }

  /** The instance on this side, which is about to write. */
  protected final A by(Side writer) {
    writers.add(writer);
    return read(writer);
  }

  /** The instance on this side, which reads only. */
  protected final A read(Side reader) {
    return Objects.requireNonNull(instances.get(reader));
  }

  protected final Version version(Side side) {
    return fleet.version(side);
  }

  protected final DataSource dataSource(Side side) {
    return fleet.dataSource(side);
  }

  /** The database, past the proxy. */
  protected final Postgres postgres() {
    return fleet.postgres();
  }

  /** What should be there by now. */
  protected final Model model() {
    return model;
  }

  /** Compares the stored rows with the model, as far as the stage promises. */
  protected final void checkRows() throws SQLException {
    rows.check(model, writers.stream().allMatch(side -> stage.instance(side).writesBoth()));
  }
}
