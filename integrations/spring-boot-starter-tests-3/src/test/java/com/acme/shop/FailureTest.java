package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.testing.Postgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A start that fails says why in Spring Boot's way, not by a stack trace. */
class FailureTest {

  private static final Postgres DATABASE = Shop.database();

  private final Map<String, String> properties = Shop.withoutJpa(DATABASE);

  @Test
  void aWrongPhaseIsReported() {
    properties.put("crossfade.phases", "customers.nickname=DUAL_WRITE");
    assertThat(failedStart())
        .contains("APPLICATION FAILED TO START")
        .contains("[unknown-transition] No one transition is called customers.nickname.")
        .contains("declared are customers.full_name -> customers.display_name")
        .contains("Action:", "correct the name", "docs/problems/unknown-transition.md")
        .doesNotContain("\tat ");
  }

  @Test
  void aMissingPhasesFileIsReported() {
    properties.put("crossfade.phases-file", "/nowhere/phases");
    assertThat(failedStart()).contains("[phases-file-unreadable]", "/nowhere/phases", "Action:");
  }

  @Test
  void twoApplicationsInOneJvmMustAgree() {
    properties.put("crossfade.phases", "customers.display_name=DUAL_WRITE");
    try (ConfigurableApplicationContext first =
        Shop.context(DataSourcesTest.One.class, properties)) {
      try (ConfigurableApplicationContext second =
          Shop.context(DataSourcesTest.One.class, properties)) {
        assertThat(second.isActive()).isTrue();
      }
      properties.put("crossfade.phases", "customers.display_name=NEW_READ");
      assertThat(failedStart()).contains("[configured-twice]");
      assertThat(first.isActive()).isTrue();
    }
  }

  @Test
  void aStatementThatIsRefusedAtTheStartIsReported(@TempDir Path directory) throws IOException {
    Path script =
        Files.writeString(
            directory.resolve("start.sql"),
            "UPDATE customers SET (full_name, id) = ('canary4711' || random(), id)");
    properties.put("crossfade.phases", "customers.display_name=DUAL_WRITE");
    properties.put("spring.sql.init.mode", "always");
    properties.put("spring.sql.init.data-locations", script.toUri().toString());
    String printed = failedStart();
    // Spring's own line before the report repeats the script's statement.
    assertThat(printed.substring(printed.indexOf("Description:")))
        .contains("[volatile-expression]", "Action:", "compute it in the application")
        .doesNotContain("canary");
  }

  private String failedStart() {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(() -> Shop.context(DataSourcesTest.One.class, properties).close())
          .isInstanceOf(RuntimeException.class);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
