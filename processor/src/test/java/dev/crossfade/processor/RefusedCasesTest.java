package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder a refusal: each line that must be refused says so in a comment {@code // error: id},
 * with {@code did you mean x} where a name is close, and no other line may be.
 */
class RefusedCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Pattern EXPECTED =
      Pattern.compile("// error: ([a-z-]+( did you mean \\S+)?)");
  private static final Pattern HINT = Pattern.compile("Did you mean (\\S+)\\?");
  private static final Pattern ID = Pattern.compile("^\\[([a-z-]+)] ");

  @TempDir private Path output;

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedAtItsLineAndNowhereElse(String id) throws IOException {
    List<Path> sources = Javac.sourcesBelow(CASES.resolve(id));
    Javac compiled = Javac.compile(sources, output, List.of());
    List<String> refused = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> said : compiled.diagnostics()) {
      if (said.getKind() == Diagnostic.Kind.ERROR) {
        refused.add(place(said) + " " + idOf(said.getMessage(Locale.ROOT)));
      }
    }
    assertThat(refused).containsExactlyInAnyOrderElementsOf(expected(sources)).isNotEmpty();
    assertThat(refused).anySatisfy(line -> assertThat(line).contains(" " + id));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhereWhyAndWhatToDoAndHasAPage(String id) {
    Javac compiled = Javac.compile(Javac.sourcesBelow(CASES.resolve(id)), output, List.of());
    assertThat(compiled.complaints())
        .allSatisfy(
            said ->
                assertThat(said.getMessage(Locale.ROOT))
                    .containsPattern(
                        "(?s)\n +where: shop\\..*\n +why: .*\n +do: .*\n +see: +docs/problems/"));
    assertThat(Path.of("../docs/problems/" + id + ".md"))
        .content()
        .startsWith("# " + id + "\n")
        .contains("## Why it is refused", "## What to do");
  }

  private static List<String> expected(List<Path> sources) throws IOException {
    List<String> expected = new ArrayList<>();
    for (Path source : sources) {
      List<String> lines = Files.readAllLines(source);
      for (int i = 0; i < lines.size(); i++) {
        Matcher comment = EXPECTED.matcher(lines.get(i));
        if (comment.find()) {
          expected.add(source.getFileName() + ":" + (i + 1) + " " + comment.group(1));
        }
      }
    }
    return expected;
  }

  private static String place(Diagnostic<? extends JavaFileObject> said) {
    JavaFileObject source = Objects.requireNonNull(said.getSource(), said.toString());
    return Path.of(source.getName()).getFileName() + ":" + said.getLineNumber();
  }

  private static String idOf(String message) {
    Matcher id = ID.matcher(message);
    Matcher hint = HINT.matcher(message);
    String meant = hint.find() ? " did you mean " + hint.group(1) : "";
    return id.find() ? id.group(1) + meant : message;
  }
}
