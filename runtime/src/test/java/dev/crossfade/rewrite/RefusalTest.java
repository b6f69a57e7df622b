package dev.crossfade.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

  @ParameterizedTest
  @EnumSource
  void hasAPageWithAnExample(Refusal refusal) throws Exception {
    Path page = Path.of("../docs/problems/" + refusal.id() + ".md");
    assertThat(page).exists();
    assertThat(Files.readString(page)).startsWith("# " + refusal.id() + "\n").contains("```sql");
  }
}
