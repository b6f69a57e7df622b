package dev.crossfade.spring;

import dev.crossfade.jdbc.CrossfadeDataSource;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/**
 * Puts the proxy in front of each {@link DataSource} bean, in front of a router's or a lazy one's
 * as well as of those behind it: a connection that is crossed already is handed on as it is.
 */
final class DataSourceWrapping implements BeanPostProcessor, Ordered {

  /** What became of a data source. */
  enum Outcome {
    WRAPPED,
    EXCLUDED,
    /** Wrapped by the application itself. */
    ALREADY_WRAPPED,
    /** There is no transition on the class path, so nothing to do. */
    NO_TRANSITION
  }

  private final ObjectProvider<Settings> settings;
  private final Map<String, Outcome> outcomes = new TreeMap<>();

  DataSourceWrapping(ObjectProvider<Settings> settings) {
    this.settings = settings;
  }

  /** A pool may connect while it is initialised, and then the phases must be right already. */
  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof DataSource) {
      settings.getObject();
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof DataSource dataSource)) {
      return bean;
    }
    Settings now = settings.getObject();
    Outcome outcome = judge(dataSource, name, now);
    synchronized (outcomes) {
      outcomes.put(name, outcome);
    }
    return outcome == Outcome.WRAPPED
        ? CrossfadeDataSource.wherePostgres(dataSource, now.phases(), now.strictness())
        : bean;
  }

  private static Outcome judge(DataSource dataSource, String name, Settings settings) {
    if (settings.excludes(name)) {
      return Outcome.EXCLUDED;
    }
    if (dataSource instanceof CrossfadeDataSource) {
      return Outcome.ALREADY_WRAPPED;
    }
    return settings.phases().transitions().isEmpty() ? Outcome.NO_TRANSITION : Outcome.WRAPPED;
  }

  /** The data sources so far, by bean name. */
  Map<String, Outcome> outcomes() {
    synchronized (outcomes) {
      return new TreeMap<>(outcomes);
    }
  }

  /** Last: what other post-processors have made of the bean is what is to be wrapped. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }
}
