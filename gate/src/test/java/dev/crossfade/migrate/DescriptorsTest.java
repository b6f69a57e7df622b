package dev.crossfade.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a build's jars may look like. */
class DescriptorsTest {

  private static final String ONE =
      """
      {"format": 1, "transitions": [{"kind": "rename", "schema": null, "table": "%s",
        "oldColumn": "full_name", "newColumn": "display_name", "declaredPhase": "BEFORE"}]}
      """;

  @TempDir Path directory;

  private List<String> read(String descriptor) throws IOException {
    Path file = directory.resolve("META-INF/crossfade/transitions.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, descriptor);
    return Descriptors.read(List.of(directory)).all().stream()
        .map(Transition::describe)
        .map(text -> text.substring(0, text.indexOf('.')))
        .toList();
  }

  @Test
  void aShadedJarMayHoldSeveralOneAfterTheOther() throws IOException {
    assertThat(read(ONE.formatted("users") + ONE.formatted("orders")))
        .containsExactlyInAnyOrder("users", "orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{}", "nonsense", "{\"format\": 2, \"transitions\": []}"})
  void whatIsNoDescriptorIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).hasMessageStartingWith("[unreadable-descriptor]");
    assertThatThrownBy(() -> read(ONE.formatted("users") + text.strip() + "}"))
        .hasMessageStartingWith("[unreadable-descriptor]");
  }
}
