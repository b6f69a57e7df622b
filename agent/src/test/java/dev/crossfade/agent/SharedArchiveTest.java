package dev.crossfade.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharedArchiveTest {

  private static final List<String> ARCHIVE = List.of("-Xmx1g", "-XX:SharedArchiveFile=app.jsa");

  @Test
  void anArchiveBeforeJava24IsDangerous() {
    assertThat(SharedArchive.problem(17, ARCHIVE, false)).isNotNull();
    assertThat(SharedArchive.problem(23, ARCHIVE, false)).isNotNull();
  }

  @Test
  void otherwiseItIsNot() {
    assertThat(SharedArchive.problem(24, ARCHIVE, false)).isNull();
    assertThat(SharedArchive.problem(17, List.of("-Xmx1g"), false)).isNull();
    assertThat(SharedArchive.problem(17, ARCHIVE, true)).isNull();
    assertThat(
            SharedArchive.problem(
                17, List.of("-XX:SharedArchiveFile=app.jsa", "-Xshare:off"), false))
        .isNull();
  }

  @Test
  void theArgumentsAreTheJvms() {
    assertThat(JvmArguments.read()).isNotEmpty();
  }
}
