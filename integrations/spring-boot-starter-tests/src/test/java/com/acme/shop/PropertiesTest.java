package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Strictness;
import dev.crossfade.model.TransitionProvider;
import dev.crossfade.phase.Phases;
import dev.crossfade.spring.CrossfadeProperties;
import dev.crossfade.testing.Postgres;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.context.ConfigurableApplicationContext;

/** The application's properties reach the runtime, and an IDE knows each of them. */
class PropertiesTest {

  private static final Postgres DATABASE = Shop.database();

  private final Map<String, String> properties = Shop.properties(DATABASE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crossfade.phases=customers.display_name=FALLBACK_READ",
        "crossfade.phases[0]=customers.full_name=fallback-read",
        "crossfade.phase.[customers.display_name]=FALLBACK_READ",
        "crossfade.phase.customers.display_name=fallback-read",
        "crossfade.phase.customers.full_name=FALLBACK_READ",
      })
  void aPhaseMayBeSaidInEachOfTheseWays(String property) {
    int equals = property.indexOf('=');
    properties.put(property.substring(0, equals), property.substring(equals + 1));
    try (ConfigurableApplicationContext context =
        Shop.context(DataSourcesTest.One.class, properties)) {
      assertThat(context.getBean(Phases.class).snapshot())
          .hasToString("{customers.display_name=FALLBACK_READ}");
    }
  }

  @Test
  void yamlMayNestATransitionsName(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("application.yml"),
            """
            crossfade:
              strictness: observe
              phase:
                customers.display_name: NEW_READ
            """);
    properties.put("spring.config.additional-location", directory.toUri().toString());
    try (ConfigurableApplicationContext context =
        Shop.context(DataSourcesTest.One.class, properties)) {
      assertThat(file).exists();
      assertThat(context.getBean(Phases.class).snapshot())
          .hasToString("{customers.display_name=NEW_READ}");
    }
  }

  @Test
  void theMetadataHoldsEveryPropertyWithADescription() throws Exception {
    JsonNode metadata = metadata();
    Set<String> known = new TreeSet<>();
    for (JsonNode property : metadata.get("properties")) {
      known.add(property.get("name").asText());
      assertThat(property.get("description").asText()).as(property.toString()).isNotBlank();
    }
    assertThat(known).isEqualTo(declared());
  }

  @Test
  void theMetadataKnowsTheValues() throws Exception {
    assertThat(values("crossfade.strictness"))
        .containsExactlyElementsOf(
            Arrays.stream(Strictness.values()).map(each -> each.name().toLowerCase()).toList());
    assertThat(values("crossfade.phase.values"))
        .containsExactlyElementsOf(Arrays.stream(Phase.values()).map(Enum::name).toList());
  }

  private static List<String> values(String name) throws IOException {
    List<String> values = new ArrayList<>();
    for (JsonNode hint : metadata().get("hints")) {
      if (hint.get("name").asText().equals(name)) {
        hint.get("values").forEach(value -> values.add(value.get("value").asText()));
      }
    }
    return values;
  }

  @Test
  void theGuideHoldsEveryProperty() throws Exception {
    String guide = Files.readString(Path.of("../../docs/spring-boot.md"), StandardCharsets.UTF_8);
    assertThat(declared()).allSatisfy(name -> assertThat(guide).contains("`" + name));
  }

  private static Set<String> declared() throws Exception {
    Set<String> names = new TreeSet<>();
    for (PropertyDescriptor property :
        Introspector.getBeanInfo(CrossfadeProperties.class, Object.class)
            .getPropertyDescriptors()) {
      String kebab = property.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
      names.add("crossfade." + kebab);
    }
    return names;
  }

  /** There are metadata of Spring Boot's own on the class path too. */
  private static JsonNode metadata() throws IOException {
    String start = CrossfadeProperties.class.getResource("CrossfadeProperties.class").toString();
    String root = start.substring(0, start.indexOf("dev/crossfade/spring"));
    try (InputStream json =
        java.net.URI.create(root + "META-INF/spring-configuration-metadata.json")
            .toURL()
            .openStream()) {
      return new ObjectMapper().readTree(json);
    }
  }

  @Test
  void aNativeImageIsToldOfTheTransitions() throws Exception {
    RuntimeHints hints = new RuntimeHints();
    Class<?> registrar = Class.forName("dev.crossfade.spring.CrossfadeRuntimeHints");
    var constructor = registrar.getDeclaredConstructor();
    constructor.setAccessible(true);
    ((RuntimeHintsRegistrar) constructor.newInstance())
        .registerHints(hints, getClass().getClassLoader());
    for (TransitionProvider provider : java.util.ServiceLoader.load(TransitionProvider.class)) {
      assertThat(hints.reflection().getTypeHint(provider.getClass())).isNotNull();
    }
    assertThat(hints.resources().resourcePatternHints()).isNotEmpty();
  }
}
