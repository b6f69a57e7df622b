package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out for a small record, for people to read; the golden files are the whole of it. */
class GoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir private Path output;

  @Test
  void aSmallRecordsCodeReadsAsIfWrittenByHand() throws IOException {
    Javac compiled =
        Javac.compile(
            List.of(GOLDEN.resolve("com/acme/User.java")),
            output,
            List.of("-Xlint:all,-options", "-Werror"));
    assertThat(compiled.diagnostics()).isEmpty();
    assertThat(compiled.read("com/acme/UserCrossfade.java"))
        .isEqualTo(Files.readString(GOLDEN.resolve("com/acme/UserCrossfade.golden")));
  }

  @Test
  void theDescriptorIsTheOneOfItsPage() throws IOException {
    Javac compiled =
        Javac.compile(List.of(GOLDEN.resolve("com/acme/User.java")), output, List.of());
    String descriptor = compiled.read("META-INF/crossfade/transitions.json");
    assertThat(Files.readString(Path.of("../docs/descriptor-format.md"))).contains(descriptor);
  }
}
