package dev.crossfade.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsReaderTest {

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir private Path folder;

  private AgentOptions read(String arguments) {
    return new OptionsReader(properties::get, environment::get).read(arguments);
  }

  @Test
  void argumentsAreKeysWithValues() {
    AgentOptions options =
        read(
            "service=web, version=7,instance=a=b,reports=/var/r,flush=9,"
                + "track=users.full_name;crm.\"Users\".x+orders.note");
    assertThat(options.service()).isEqualTo("web");
    assertThat(options.version()).isEqualTo("7");
    assertThat(options.instance()).isEqualTo("a=b");
    assertThat(options.reports()).isEqualTo(Path.of("/var/r").toAbsolutePath());
    assertThat(options.flushSeconds()).isEqualTo(9);
    assertThat(options.track()).hasToString("[users.full_name, crm.\"Users\".x, orders.note]");
    assertThat(options.ignored()).isEmpty();
  }

  @Test
  void defaults() {
    AgentOptions options = read("service=web");
    assertThat(options.version()).isEqualTo("unknown");
    assertThat(options.instance()).hasSize(36).isNotEqualTo(read("service=web").instance());
    assertThat(options.reports()).isNull();
    assertThat(options.flushSeconds()).isEqualTo(5);
    assertThat(options.track()).isEmpty();
  }

  @Test
  void theNearerSourceWins() throws IOException {
    Path config = folder.resolve("agent.properties");
    Files.writeString(config, "service=file\nversion=file\nflush=4\ninstance=file\n");
    environment.put("OTEL_SERVICE_NAME", "otel");
    environment.put("OTEL_RESOURCE_ATTRIBUTES", "service.version=otel,service.name=otel2");
    assertThat(read(null).service()).isEqualTo("otel");
    assertThat(read(null).version()).isEqualTo("otel");

    AgentOptions fromFile = read("config=" + config);
    assertThat(fromFile.service()).isEqualTo("file");
    assertThat(fromFile.version()).isEqualTo("file");
    assertThat(fromFile.flushSeconds()).isEqualTo(4);

    environment.put("CROSSFADE_AGENT_SERVICE", "environment");
    assertThat(read("config=" + config).service()).isEqualTo("environment");
    properties.put("crossfade.agent.service", "property");
    assertThat(read("config=" + config).service()).isEqualTo("property");
    assertThat(read("service=argument,config=" + config).service()).isEqualTo("argument");
  }

  @Test
  void whatCanNotBeUsedIsLeftOutAndTheRestIsUsed() {
    AgentOptions options =
        read("service=web,nonsense,colour=blue,flush=0,track=a.b.c.d+users.x,config=/no/such");
    assertThat(options.ignored())
        .extracting(AgentOptions.Ignored::option)
        .containsExactly("nonsense", "colour", "config", "track", "flush");
    assertThat(options.ignored())
        .allSatisfy(ignored -> assertThat(ignored.problem().id()).isEqualTo("bad-agent-option"));
    assertThat(options.service()).isEqualTo("web");
    assertThat(options.track()).hasToString("[users.x]");
    assertThat(options.flushSeconds()).isEqualTo(5);
  }

  @Test
  void aServiceWithoutANameIsTold() {
    assertThat(read("").ignored())
        .singleElement()
        .satisfies(ignored -> assertThat(ignored.option()).isEqualTo("service"));
  }

  @Test
  void itIsSwitchedOffByPropertyOrEnvironment() {
    assertThat(new OptionsReader(properties::get, environment::get).enabled()).isTrue();
    environment.put("CROSSFADE_AGENT_ENABLED", "FALSE");
    assertThat(new OptionsReader(properties::get, environment::get).enabled()).isFalse();
    properties.put("crossfade.agent.enabled", "true");
    assertThat(new OptionsReader(properties::get, environment::get).enabled()).isTrue();
  }
}
