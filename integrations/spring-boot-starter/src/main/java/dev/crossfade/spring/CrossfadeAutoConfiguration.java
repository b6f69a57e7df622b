package dev.crossfade.spring;

import dev.crossfade.Crossfade;
import dev.crossfade.phase.Phases;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;

/**
 * Wraps the {@link DataSource} beans of an application that has any. Everything is made when the
 * first of them is, so an application without one does not start Crossfade.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
    })
@ConditionalOnClass({DataSource.class, Crossfade.class})
@ConditionalOnProperty(
    prefix = "crossfade",
    name = "enabled",
    havingValue = "true",
    matchIfMissing = true)
@EnableConfigurationProperties(CrossfadeProperties.class)
@ImportRuntimeHints(CrossfadeRuntimeHints.class)
public class CrossfadeAutoConfiguration {

  @Bean
  static DataSourceWrapping crossfadeDataSourceWrapping(ObjectProvider<Settings> settings) {
    return new DataSourceWrapping(settings);
  }

  @Bean
  @Lazy
  Settings crossfadeSettings(CrossfadeProperties properties) {
    return new Settings(properties);
  }

  /** The live phases of the JVM, for generated code. */
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  Phases crossfadePhases(Settings settings) {
    return settings.phases();
  }

  /** The endpoint, where the application has the actuator. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
  @ConditionalOnBean(DataSource.class)
  static class Actuator {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    CrossfadeEndpoint crossfadeEndpoint(DataSourceWrapping wrapping, Settings settings) {
      return new CrossfadeEndpoint(settings, wrapping);
    }
  }
}
