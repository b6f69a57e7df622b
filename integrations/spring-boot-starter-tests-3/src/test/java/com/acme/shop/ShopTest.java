package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import dev.crossfade.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootVersion;

/** A web application with JdbcTemplate and JPA, from the first request to the actuator's answer. */
class ShopTest {

  private static final String ROWS = "SELECT full_name, display_name FROM customers ORDER BY id";

  private final Postgres database = Shop.database();
  private final Map<String, String> properties = Shop.properties(database);

  @Test
  void runsUnderTheGenerationThatThisModuleIsFor() {
    assertThat(SpringBootVersion.getVersion())
        .startsWith(System.getProperty("spring-boot.generation") + ".");
  }

  @Test
  @Timeout(120)
  void bothColumnsAreWrittenWhileThePhasesFileMovesThePhase(@TempDir Path directory)
      throws Exception {
    Path file = Files.writeString(directory.resolve("phases"), "customers.display_name=BEFORE\n");
    properties.put("crossfade.phases-file", file.toString());
    try (Shop shop = Shop.start(properties)) {
      shop.post("/customers/jpa", "Ada");
      assertThat(Shop.rows(database, ROWS)).containsExactly("Ada|null");

      Files.writeString(file, "customers.display_name=DUAL_WRITE\n");
      while (Crossfade.phases().of(only()) != Phase.DUAL_WRITE) {
        Thread.yield();
      }
      shop.post("/customers/jpa", "Alan");
      shop.post("/customers/jdbc", "Grace");
      assertThat(Shop.rows(database, ROWS)).containsExactly("Ada|null", "Alan|Alan", "Grace|Grace");
      assertThat(shop.get("/customers?start=A")).isEqualTo("[\"Ada\",\"Alan\"]");

      JsonNode transition = shop.actuator().get("transitions").get(0);
      assertThat(transition.get("phase").asText()).isEqualTo("DUAL_WRITE");
      assertThat(transition.get("rewrites").get("dual-write").asInt()).isEqualTo(2);
      assertThat(transition.get("rewrites").get("redirected").asInt()).isEqualTo(2);
    }
  }

  private static dev.crossfade.model.Transition only() {
    return Crossfade.phases().transitions().all().get(0);
  }

  @Test
  void theActuatorShowsARefusalAndNoValue() throws Exception {
    properties.put("crossfade.phases", "customers.display_name=DUAL_WRITE");
    try (Shop shop = Shop.start(properties)) {
      assertThat(shop.post("/customers/unproven", "canary4711")).isEqualTo(500);
      assertThat(shop.post("/customers/jdbc", "canary4711")).isEqualTo(200);
      assertThat(Shop.rows(database, ROWS)).containsExactly("canary4711|canary4711");

      assertThat(shop.get("/actuator/crossfade")).doesNotContain("canary");
      JsonNode report = shop.actuator();
      assertSameFields(report, theGuidesExample());
      assertThat(report.get("strictness").asText()).isEqualTo("strict");
      assertThat(report.get("since").asText()).startsWith("20").endsWith("Z");
      assertThat(report.get("dataSources").get("dataSource").asText()).isEqualTo("wrapped");

      JsonNode transition = report.get("transitions").get(0);
      assertThat(transition.get("transition").asText()).isEqualTo("customers.display_name");
      assertThat(transition.get("from").asText()).isEqualTo("customers.full_name");
      assertThat(transition.get("refused").asInt()).isEqualTo(1);

      JsonNode refusal = report.get("refusals").get(0);
      assertThat(refusal.get("id").asText()).isEqualTo("server-side-code");
      assertThat(refusal.get("remedy").asText()).isNotBlank();
      assertThat(refusal.get("statement").asText()).isEqualTo("do ?");
      assertThat(refusal.get("transitions").get(0).asText()).isEqualTo("customers.display_name");
      assertThat(refusal.get("refused").asInt()).isEqualTo(1);
      assertThat(refusal.get("last").asText())
          .isGreaterThanOrEqualTo(refusal.get("first").asText());
    }
  }

  private static JsonNode theGuidesExample() throws IOException {
    String guide = Files.readString(Path.of("../../docs/spring-boot.md"));
    int start = guide.indexOf("```json") + "```json".length();
    return new ObjectMapper().readTree(guide.substring(start, guide.indexOf("```", start)));
  }

  private static void assertSameFields(JsonNode report, JsonNode example) {
    assertThat(names(report)).isEqualTo(names(example));
    for (String list : List.of("transitions", "refusals")) {
      JsonNode shown = example.get(list).get(0);
      assertThat(names(report.get(list).get(0))).as(list).isEqualTo(names(shown));
    }
    assertThat(names(report.get("transitions").get(0).get("rewrites")))
        .isEqualTo(names(example.get("transitions").get(0).get("rewrites")));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void observePassesThroughAndTheActuatorSaysThatTheColumnsMayDiffer() throws Exception {
    properties.put("crossfade.phases", "customers.display_name=DUAL_WRITE");
    properties.put("crossfade.strictness", "observe");
    try (Shop shop = Shop.start(properties)) {
      assertThat(shop.post("/customers/unproven", "canary4711")).isEqualTo(200);
      assertThat(Shop.rows(database, ROWS)).containsExactly("canary4711|null");
      JsonNode report = shop.actuator();
      assertThat(report.toString()).doesNotContain("canary");
      assertThat(report.get("strictness").asText()).isEqualTo("observe");
      assertThat(report.get("transitions").get(0).get("diverging").asInt()).isEqualTo(1);
      assertThat(report.get("refusals").get(0).get("passed").asInt()).isEqualTo(1);
    }
  }

  @Test
  void theEndpointIsOnlyThereWhereItIsExposed() throws Exception {
    properties.put("management.endpoints.web.exposure.include", "health");
    try (Shop shop = Shop.start(properties)) {
      assertThat(shop.get("/actuator")).doesNotContain("crossfade");
      assertThat(shop.context().containsBean("crossfadeEndpoint")).isFalse();
    }
  }
}
