package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossfade.Crossfade;
import dev.crossfade.jdbc.CrossfadeSqlException;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.javapoet.ClassName;

/** The application's properties reach the runtime, and an IDE knows each of them. */
class PropertiesTest {

  private static final Postgres DATABASE = Shop.database();

  private final Map<String, String> properties = Shop.withoutJpa(DATABASE);

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
      String name = property.get("name").asText();
      if (name.startsWith("crossfade.")) {
        known.add(name);
        assertThat(property.get("description").asText()).as(name).isNotBlank();
      }
    }
    assertThat(known).isEqualTo(declared());
  }

  @Test
  void theMetadataKnowsTheValues() throws Exception {
    assertThat(values("crossfade.strictness"))
        .containsExactlyElementsOf(
            Arrays.stream(Strictness.values()).map(each -> each.name().toLowerCase()).toList());
    assertThat(values("crossfade.unwrap")).containsExactly("refuse", "allow");
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

  @ParameterizedTest
  @EnumSource
  void unwrappingTheDriversConnectionIsTheApplicationsToAllow(CrossfadeProperties.Unwrap unwrap)
      throws SQLException {
    properties.put("crossfade.unwrap", unwrap.name().toLowerCase());
    try (ConfigurableApplicationContext context =
            Shop.context(DataSourcesTest.One.class, properties);
        Connection connection = context.getBean(DataSource.class).getConnection()) {
      ThrowingCallable call = () -> connection.unwrap(org.postgresql.jdbc.PgConnection.class);
      if (unwrap == CrossfadeProperties.Unwrap.ALLOW) {
        assertThatCode(call).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(call).isInstanceOf(CrossfadeSqlException.class);
        assertThat(Crossfade.activity().refusals()).hasSize(1);
      }
    }
  }

  @Test
  void aContextIsProcessedAheadOfTime() throws Exception {
    GenericApplicationContext context = new AnnotationConfigApplicationContext();
    Map<String, Object> source = new LinkedHashMap<>(properties);
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", source));
    ((AnnotationConfigApplicationContext) context).register(DataSourcesTest.One.class);
    InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    DefaultGenerationContext generation =
        new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get("com.acme.shop", "Shop")), files);
    new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
    generation.writeGeneratedContent();
    assertThat(files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE).keySet())
        .anyMatch(name -> name.contains("CrossfadeAutoConfiguration__BeanDefinitions"));
    context.close();
  }

  /** There are metadata of Spring Boot's own on the class path too. */
  private static JsonNode metadata() throws IOException {
    String start = CrossfadeProperties.class.getResource("CrossfadeProperties.class").toString();
    String root = start.substring(0, start.indexOf("dev/crossfade/spring"));
    try (InputStream json =
        java.net
            .URI
            .create(root + "META-INF/spring-configuration-metadata.json")
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
