package dev.crossfade.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.Strictness;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transitions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Rename NAME =
      new Rename(new TableName(null, "users"), "full_name", "display_name", Phase.BEFORE);
  private static final Rename NOTE =
      new Rename(new TableName(null, "orders"), "note", "remark", Phase.BEFORE);
  private static final Transitions TRANSITIONS = Transitions.of(List.of(NAME, NOTE));

  @Test
  void theEnvironmentAndTheSystemPropertiesWinOverAFrameworksSettings() {
    Properties framework =
        properties(
            "crossfade.phases", "users.display_name=DUAL_WRITE",
            "crossfade.phase.orders.remark", "DUAL_WRITE",
            "crossfade.phases.file", "/framework",
            "crossfade.strictness", "observe");
    Settings alone = new Settings(framework, Map.of(), new Properties());
    assertThat(alone.start(TRANSITIONS).of(NAME)).isEqualTo(Phase.DUAL_WRITE);
    assertThat(alone.start(TRANSITIONS).of(NOTE)).isEqualTo(Phase.DUAL_WRITE);
    assertThat(alone.phasesFile()).isEqualTo("/framework");
    assertThat(alone.strictness()).isEqualTo(Strictness.OBSERVE);

    Map<String, String> environment =
        Map.of(
            "CROSSFADE_PHASES", "orders.remark=FALLBACK_READ",
            "CROSSFADE_PHASES_FILE", "/environment",
            "CROSSFADE_STRICTNESS", "STRICT");
    Settings overridden = new Settings(framework, environment, new Properties());
    assertThat(overridden.start(TRANSITIONS).of(NOTE)).isEqualTo(Phase.FALLBACK_READ);
    assertThat(overridden.phasesFile()).isEqualTo("/environment");
    assertThat(overridden.strictness()).isEqualTo(Strictness.STRICT);

    Properties system =
        properties(
            "crossfade.phase.orders.remark", "NEW_READ",
            "crossfade.phases.file", "/system",
            "crossfade.strictness", "observe");
    Settings all = new Settings(framework, environment, system);
    assertThat(all.start(TRANSITIONS).of(NOTE)).isEqualTo(Phase.NEW_READ);
    assertThat(all.phasesFile()).isEqualTo("/system");
    assertThat(all.strictness()).isEqualTo(Strictness.OBSERVE);
  }

  @Test
  void strictIsTheDefault() {
    assertThat(new Settings(new Properties(), Map.of(), new Properties()).strictness())
        .isEqualTo(Strictness.STRICT);
  }

  @Test
  void aWrongStrictnessIsAnErrorThatSaysWhere() {
    Settings settings =
        new Settings(new Properties(), Map.of("CROSSFADE_STRICTNESS", "lax"), new Properties());
    assertThatThrownBy(settings::strictness)
        .hasMessageContaining("[unknown-strictness]")
        .hasMessageContaining("CROSSFADE_STRICTNESS")
        .hasMessageContaining("write strict or observe");
  }

  /** Ends as it began: the live phases of this JVM are other tests' too. */
  @Test
  void oneJvmIsConfiguredOnce() {
    Properties settings = properties("crossfade.phases", "users.display_name=DUAL_WRITE");
    Phases before;
    try (Configured first = PhaseConfig.configure(new Properties());
        Configured second = PhaseConfig.configure(new Properties())) {
      before = first.phases();
      assertThat(second.phases()).isSameAs(before).isSameAs(PhaseConfig.live());
      assertThatThrownBy(() -> PhaseConfig.configure(settings))
          .isInstanceOfSatisfying(
              CrossfadeException.class,
              e -> assertThat(e.problem().id()).isEqualTo("configured-twice"));
      second.close();
      second.close();
      assertThatThrownBy(() -> PhaseConfig.configure(settings))
          .as("the first still holds them")
          .hasMessageContaining("close the first application first");
    }
    assertThat(PhaseConfig.live()).as("what still runs keeps its phases").isSameAs(before);
    try (Configured next = PhaseConfig.configure(settings)) {
      assertThat(next.phases()).isSameAs(PhaseConfig.live()).isNotSameAs(before);
      assertThat(next.phases().snapshot()).hasToString("{users.display_name=DUAL_WRITE}");
    } finally {
      PhaseConfig.configure(new Properties()).close();
    }
    assertThat(PhaseConfig.live().snapshot()).hasToString("{users.display_name=BEFORE}");
  }

  private static Properties properties(String... entries) {
    Properties properties = new Properties();
    for (int i = 0; i < entries.length; i += 2) {
      properties.setProperty(entries[i], entries[i + 1]);
    }
    return properties;
  }
}
