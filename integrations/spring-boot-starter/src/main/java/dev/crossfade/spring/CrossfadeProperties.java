package dev.crossfade.spring;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Strictness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an application's properties say to Crossfade. The environment variables {@code
 * CROSSFADE_PHASES}, {@code CROSSFADE_PHASES_FILE} and {@code CROSSFADE_STRICTNESS}, and system
 * properties, mean the same with and without Spring.
 */
@ConfigurationProperties("crossfade")
public class CrossfadeProperties {

  /** Whether data sources are wrapped and the endpoint is there. */
  private boolean enabled = true;

  /** Transitions in a phase, as in users.display_name=DUAL_WRITE. */
  private List<String> phases = new ArrayList<>();

  /** Phase of a transition, by its new or old column: crossfade.phase.[users.display_name]. */
  private Map<String, Phase> phase = new LinkedHashMap<>();

  /**
   * Properties file with lines such as users.display_name=DUAL_WRITE. Read every second, so that it
   * moves phases without a restart; it wins over all other places.
   */
  private @Nullable String phasesFile;

  /** What to do with a statement that can not be proven to keep both columns equal. */
  private Strictness strictness = Strictness.STRICT;

  /** Names of the DataSource beans that are left as they are. */
  private List<String> excludedDataSources = new ArrayList<>();

  /**
   * What to do where the application unwraps the driver's own connection or statement, past which
   * nothing is rewritten.
   */
  private Unwrap unwrap = Unwrap.REFUSE;

  /** The two answers to an unwrap. */
  public enum Unwrap {
    /** It is refused where a table in transition can be reached. */
    REFUSE,
    /** It is allowed, and what is done there is the application's business. */
    ALLOW
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public List<String> getPhases() {
    return phases;
  }

  public void setPhases(List<String> phases) {
    this.phases = phases;
  }

  public Map<String, Phase> getPhase() {
    return phase;
  }

  public void setPhase(Map<String, Phase> phase) {
    this.phase = phase;
  }

  public @Nullable String getPhasesFile() {
    return phasesFile;
  }

  public void setPhasesFile(@Nullable String phasesFile) {
    this.phasesFile = phasesFile;
  }

  public Strictness getStrictness() {
    return strictness;
  }

  public void setStrictness(Strictness strictness) {
    this.strictness = strictness;
  }

  public Unwrap getUnwrap() {
    return unwrap;
  }

  public void setUnwrap(Unwrap unwrap) {
    this.unwrap = unwrap;
  }

  public List<String> getExcludedDataSources() {
    return excludedDataSources;
  }

  public void setExcludedDataSources(List<String> excludedDataSources) {
    this.excludedDataSources = excludedDataSources;
  }
}
