package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users compile with every warning on, and as errors; generated code must not be what fails. */
class WarningsTest {

  private static final Path ENTITIES = Path.of("src/test/java/dev/crossfade/processor/entities");
  private static final List<String> STRICT = List.of("-Xlint:all,-options", "-Werror");

  @TempDir private Path output;
  @TempDir private Path again;

  @Test
  void entitiesAndTheirCodeCompileWithoutAWarning() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path source : Javac.sourcesBelow(ENTITIES)) {
      if (!source.toString().endsWith("Test.java")) {
        sources.add(source);
      }
    }
    Javac processed = Javac.compile(sources, output, List.of("-Xlint:all,-options,-processing"));
    assertThat(processed.diagnostics()).isEmpty();

    sources.addAll(Javac.sourcesBelow(output));
    assertThat(sources).anyMatch(source -> source.endsWith("Order_LineCrossfade.java"));
    assertThat(Javac.compilePlainly(sources, again, STRICT).diagnostics()).isEmpty();
  }

  @Test
  void ourOwnAnnotationsAreClaimedSoThatOnePassIsSilentToo() throws IOException {
    Path source = Files.writeString(output.resolve("Note.java"), NOTE);
    assertThat(Javac.compile(List.of(source), again, STRICT).diagnostics()).isEmpty();
  }

  @Test
  void namesThatJdbcAndCrossfadeUseTooAreNoTrouble() throws IOException {
    Path source = Files.writeString(output.resolve("Statements.java"), AWKWARD);
    // All in one file, which generated code can not help.
    List<String> options = List.of("-Xlint:all,-options,-auxiliaryclass", "-Werror");
    assertThat(Javac.compile(List.of(source), again, options).diagnostics()).isEmpty();
    assertThat(again.resolve("shop/StatementsCrossfade.class")).exists();
    assertThat(again.resolve("shop/PhaseCrossfade.class")).exists();
    assertThat(again.resolve("shop/DefaultCrossfade.class")).exists();
  }

  private static final String NOTE =
      """
      package shop;

      import dev.crossfade.annotation.Column;
      import dev.crossfade.annotation.RenamedColumn;
      import dev.crossfade.annotation.Table;

      @Table(name = "notes")
      record Note(long id, @RenamedColumn(from = "remark") @Column(name = "note") String text) {}
      """;

  private static final String AWKWARD =
      """
      package shop;

      import dev.crossfade.annotation.RenamedColumn;

      record Statements(
          long id,
          @RenamedColumn(from = "a") int at,
          @RenamedColumn(from = "b") String row,
          @RenamedColumn(from = "c") String old,
          @RenamedColumn(from = "d") String insert,
          String snapshot,
          String marker,
          String now,
          String statements,
          String atPhase,
          Kind kind) {
        enum Kind { A }
      }

      class Connection {
        long id;
        @RenamedColumn(from = "x") String connection;
      }

      class Phase {
        @RenamedColumn(from = "x") boolean phase;
        byte[] phases;
        String id;
      }

      record Default(Integer id, @RenamedColumn(from = "x") Long key, String select, int read) {}
      """;
}
