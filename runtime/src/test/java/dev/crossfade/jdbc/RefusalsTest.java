package dev.crossfade.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Problem;
import dev.crossfade.phase.PhaseSnapshot;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

  static Stream<String> ids() {
    Stream<String> refusals =
        Arrays.stream(Refusals.class.getDeclaredMethods())
            .filter(method -> method.getReturnType() == Problem.class)
            .map(method -> call(method).id());
    List<String> configuration =
        List.of(
            "bad-phase-entry",
            "configured-twice",
            "phase-named-twice",
            "phases-file-unreadable",
            "phase-skipped",
            "unknown-phase",
            "unknown-strictness",
            "unknown-transition");
    return Stream.concat(refusals, configuration.stream());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void hasAPageWithAnExample(String id) throws Exception {
    Path page = Path.of("../docs/problems/" + id + ".md");
    assertThat(page).exists();
    assertThat(Files.readString(page)).startsWith("# " + id + "\n").contains("```");
  }

  private static Problem call(Method method) {
    PhaseSnapshot phases = Users.phases(Phase.BEFORE).snapshot();
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(
                type ->
                    type == PhaseSnapshot.class
                        ? phases
                        : type == long.class
                            ? (Object) 1L
                            : type == String.class
                                ? "why"
                                : type == Class.class ? String.class : new IllegalStateException())
            .toArray();
    try {
      return (Problem) method.invoke(null, arguments);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
