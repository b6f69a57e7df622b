package dev.crossfade.compatibility.migrations;

import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A migration that changes data, in the words of either version, at every stage. */
class MigrationsTest extends Staged<AutoCloseable> {

  static List<Arguments> tools() {
    List<Arguments> all = new ArrayList<>();
    for (Tool tool : Tool.values()) {
      for (Side side : Side.values()) {
        all.add(Arguments.of(tool, side));
      }
    }
    return all;
  }

  @Override
  protected AutoCloseable open(Version version, DataSource dataSource) {
    return () -> {};
  }

  @ParameterizedTest
  @MethodSource("tools")
  void aMigrationChangesData(Tool tool, Side side) throws Exception {
    by(side);
    postgres()
        .run(
            "DROP TABLE IF EXISTS flyway_schema_history, databasechangelog, databasechangeloglock");
    tool.change(dataSource(side), version(side));
    model().rename(1, "ADA");
    model().rename(4, "ADA");
    model().rename(3, "nobody");
    model().put(new Person(50, "Grace the 2nd", "second@x", 85, 0));
    if (tool == Tool.LIQUIBASE) {
      model().put(new Person(51, "loaded", "loaded@x", 1, 0));
    }
    model().delete(6);
    model().putNote(3, 2, "Grace");
    checkRows();
  }
}
