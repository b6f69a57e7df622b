package dev.crossfade.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The packaged jar: whatever it brings must be unable to meet the application's. */
class AgentJarIT {

  @Test
  void everyClassIsOurs() throws IOException {
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> !name.endsWith("/")))
          .isNotEmpty()
          .allMatch(
              name ->
                  name.startsWith("dev/crossfade/agent/")
                      || name.matches("META-INF/(MANIFEST\\.MF|.*LICENSE|NOTICE|licenses/.*)"));
    }
  }

  @Test
  void noClassRefersToWhatWasRenamed() throws IOException {
    List<String> leaks = new ArrayList<>();
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        try (InputStream content = jar.getInputStream(entry)) {
          String constants = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
          if (constants.matches(
              "(?s).*(net/bytebuddy/|com/fasterxml/|"
                  + "dev/crossfade/(model|sql|phase|rewrite|jdbc)/).*")) {
            leaks.add(entry.getName());
          }
        }
      }
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void theManifestNamesBothEntrances() throws IOException {
    try (JarFile jar = new JarFile(ForkedJvm.agentJar().toFile())) {
      var attributes = jar.getManifest().getMainAttributes();
      assertThat(attributes.getValue("Premain-Class")).isEqualTo(CrossfadeAgent.class.getName());
      assertThat(attributes.getValue("Agent-Class")).isEqualTo(CrossfadeAgent.class.getName());
      assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(attributes.getValue("Implementation-Version")).isNotBlank();
    }
  }
}
