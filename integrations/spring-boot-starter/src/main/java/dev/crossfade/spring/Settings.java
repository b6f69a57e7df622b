package dev.crossfade.spring;

import dev.crossfade.Crossfade;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Strictness;
import dev.crossfade.phase.Configured;
import dev.crossfade.phase.Phases;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.DisposableBean;

/** The application's properties made this JVM's settings, from its start to its end. */
final class Settings implements DisposableBean {

  private final List<String> excluded;
  private final Configured configured;

  /**
   * @throws dev.crossfade.model.CrossfadeException as {@link Crossfade#configure} does
   */
  Settings(CrossfadeProperties properties) {
    this.excluded = List.copyOf(properties.getExcludedDataSources());
    this.configured = Crossfade.configure(of(properties));
  }

  private static Properties of(CrossfadeProperties properties) {
    Properties settings = new Properties();
    settings.setProperty("crossfade.phases", String.join(",", properties.getPhases()));
    for (Map.Entry<String, Phase> entry : properties.getPhase().entrySet()) {
      settings.setProperty("crossfade.phase." + entry.getKey(), entry.getValue().name());
    }
    if (properties.getPhasesFile() != null) {
      settings.setProperty("crossfade.phases.file", properties.getPhasesFile());
    }
    settings.setProperty(Strictness.PROPERTY, properties.getStrictness().name());
    settings.setProperty("crossfade.unwrap", properties.getUnwrap().name());
    return settings;
  }

  boolean excludes(String dataSource) {
    return excluded.contains(dataSource);
  }

  Phases phases() {
    return configured.phases();
  }

  Strictness strictness() {
    return configured.strictness();
  }

  @Override
  public void destroy() {
    configured.close();
  }
}
