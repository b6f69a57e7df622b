package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other processors write entities, or the types that entities need, in later rounds. */
class RoundsTest {

  private static final String RENAMED = "@dev.crossfade.annotation.RenamedColumn";

  @TempDir private Path sources;
  @TempDir private Path output;

  @Test
  void entitiesOfAllRoundsAreInOneDescriptor() throws IOException {
    Javac compiled =
        compile(
            "record First(long id, " + RENAMED + "(from = \"x\") String a) {}",
            round("Second", "record Second(long id, " + RENAMED + "(from = \"x\") String a) {}"),
            round("Third", "record Third(long id, " + RENAMED + "(from = \"x\") String a) {}"));
    assertThat(compiled.complaints()).isEmpty();
    assertThat(compiled.read("META-INF/crossfade/transitions.json"))
        .contains("\"First\"", "\"Second\"", "\"Third\"");
    assertThat(compiled.read("META-INF/services/dev.crossfade.model.TransitionProvider").lines())
        .hasSize(3)
        .allSatisfy(provider -> assertThat(output.resolve(provider + ".class")).exists());
  }

  @Test
  void anEntityWaitsForItsTypes() throws IOException {
    Javac compiled =
        compile(
            "class First extends Base { long id; " + RENAMED + "(from = \"x\") Kind kind; }",
            round("Base", "abstract class Base { " + RENAMED + "(from = \"y\") int b; }"),
            round("Kind", "enum Kind { A }"));
    assertThat(compiled.complaints()).isEmpty();
    assertThat(compiled.read("FirstCrossfade.java")).contains("Rename KIND", "Rename B ");
  }

  @Test
  void aTypeThatNeverComesIsTheCompilersErrorNotOurs() throws IOException {
    Javac compiled =
        compile("record First(long id, " + RENAMED + "(from = \"x\") Missing missing) {}");
    assertThat(compiled.complaints())
        .isNotEmpty()
        .allSatisfy(said -> assertThat(said.getCode()).startsWith("compiler.err.cant.resolve"));
  }

  @Test
  void aSuperclassThatNobodyExtendsIsTold() throws IOException {
    Javac compiled = compile("abstract class First { " + RENAMED + "(from = \"x\") String a; }");
    assertThat(compiled.diagnostics())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.getKind()).isEqualTo(Diagnostic.Kind.NOTE);
              assertThat(said.getMessage(Locale.ROOT)).startsWith("[superclass-without-entity]");
            });
    assertThat(output.resolve("META-INF/crossfade")).doesNotExist();
  }

  private Javac compile(String first, String[]... laterRounds) throws IOException {
    Path source = Files.writeString(sources.resolve("First.java"), first);
    return Javac.compile(List.of(source), output, List.of(), new Later(List.of(laterRounds)));
  }

  private static String[] round(String name, String text) {
    return new String[] {name, text};
  }

  /** Writes one source a round. */
  private static final class Later extends AbstractProcessor {
    private final Deque<String[]> rounds;

    Later(List<String[]> rounds) {
      this.rounds = new ArrayDeque<>(rounds);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!round.processingOver() && !rounds.isEmpty()) {
        String[] source = rounds.remove();
        write(source[0], source[1]);
      }
      return false;
    }

    private void write(String name, String text) {
      try (Writer file = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        file.write(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
