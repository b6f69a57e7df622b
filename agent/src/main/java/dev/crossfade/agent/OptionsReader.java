package dev.crossfade.agent;

import dev.crossfade.agent.AgentOptions.Ignored;
import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import java.io.IOException;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options: the agent's arguments first, then system properties {@code
 * crossfade.agent.<key>}, then the environment {@code CROSSFADE_AGENT_<KEY>}, then the file that
 * {@code config} names, then OpenTelemetry's variables. What can not be used is left out and
 * remembered; nothing throws.
 */
final class OptionsReader {

  private static final String UNNAMED = "unknown_service";
  private static final int DEFAULT_FLUSH_SECONDS = 5;
  private static final Set<String> KEYS =
      Set.of("service", "version", "instance", "reports", "track", "flush", "config");

  private final Function<String, @Nullable String> property;
  private final Function<String, @Nullable String> environment;
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private final Map<String, String> file = new LinkedHashMap<>();
  private final List<Ignored> ignored = new ArrayList<>();

  OptionsReader(
      Function<String, @Nullable String> property, Function<String, @Nullable String> environment) {
    this.property = property;
    this.environment = environment;
  }

  /** Whether the agent is to do anything at all. */
  boolean enabled() {
    String written = property.apply("crossfade.agent.enabled");
    if (written == null) {
      written = environment.apply("CROSSFADE_AGENT_ENABLED");
    }
    return written == null || !written.strip().equalsIgnoreCase("false");
  }

  /**
   * Reads everything.
   *
   * @param written the text after {@code -javaagent:….jar=}, or null
   */
  AgentOptions read(@Nullable String written) {
    readArguments(written == null ? "" : written);
    String config = value("config");
    if (config != null) {
      readFile(config);
    }
    Map<String, String> resource = resourceAttributes();
    String otelName = environment.apply("OTEL_SERVICE_NAME");
    String service = value("service", otelName, resource.get("service.name"));
    if (service == null) {
      ignore("service", "No service name was given.", "reports of all such services look alike");
      service = UNNAMED;
    }
    String version = value("version", resource.get("service.version"));
    String instance = value("instance", resource.get("service.instance.id"));
    return new AgentOptions(
        service,
        version == null ? "unknown" : version,
        instance == null ? Instances.unique().toString() : instance,
        reports(value("reports")),
        track(value("track")),
        flush(value("flush")),
        ignored);
  }

  private void readArguments(String written) {
    for (String argument : written.split(",", -1)) {
      if (argument.isBlank()) {
        continue;
      }
      int equals = argument.indexOf('=');
      if (equals < 0) {
        ignore(argument.strip(), "It has no value.", "options are written key=value");
      } else {
        put(arguments, argument.substring(0, equals), argument.substring(equals + 1));
      }
    }
  }

  private void readFile(String config) {
    Properties properties = new Properties();
    try (Reader content = Files.newBufferedReader(Path.of(config), StandardCharsets.UTF_8)) {
      properties.load(content);
    } catch (IOException | IllegalArgumentException e) {
      ignore("config", config + " can not be read.", e.getClass().getName());
      return;
    }
    for (String key : properties.stringPropertyNames()) {
      put(file, key, properties.getProperty(key));
    }
  }

  private void put(Map<String, String> values, String key, String value) {
    String name = key.strip();
    if (KEYS.contains(name)) {
      values.put(name, value.strip());
    } else {
      ignore(name, "There is no such option.", "there are " + String.join(", ", sorted()));
    }
  }

  private static List<String> sorted() {
    return KEYS.stream().sorted().toList();
  }

  private @Nullable String value(String key, @Nullable String... fallbacks) {
    List<@Nullable String> candidates = new ArrayList<>();
    candidates.add(arguments.get(key));
    candidates.add(property.apply("crossfade.agent." + key));
    candidates.add(environment.apply("CROSSFADE_AGENT_" + key.toUpperCase(Locale.ROOT)));
    candidates.add(file.get(key));
    candidates.addAll(Arrays.asList(fallbacks));
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isBlank()) {
        return candidate.strip();
      }
    }
    return null;
  }

  private Map<String, String> resourceAttributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    String written = environment.apply("OTEL_RESOURCE_ATTRIBUTES");
    if (written != null) {
      for (String attribute : written.split(",", -1)) {
        int equals = attribute.indexOf('=');
        if (equals > 0) {
          attributes.put(
              attribute.substring(0, equals).strip(), decode(attribute.substring(equals + 1)));
        }
      }
    }
    return attributes;
  }

  private static String decode(String value) {
    try {
      // Percent-encoding only: in OpenTelemetry's variable a plus is a plus.
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException notEncoded) {
      return value.strip();
    }
  }

  private @Nullable Path reports(@Nullable String written) {
    if (written == null) {
      return null;
    }
    try {
      return Path.of(written).toAbsolutePath();
    } catch (InvalidPathException e) {
      ignore("reports", "\"" + written + "\" is not a directory's name.", "it can not be a path");
      return null;
    }
  }

  private List<ColumnName> track(@Nullable String written) {
    List<ColumnName> columns = new ArrayList<>();
    if (written != null) {
      for (String name : written.split("[;+]", -1)) {
        if (!name.isBlank()) {
          try {
            columns.add(ColumnName.parse(name.strip()));
          } catch (CrossfadeException e) {
            ignore("track", e.problem().message(), e.problem().why());
          }
        }
      }
    }
    return columns;
  }

  private int flush(@Nullable String written) {
    if (written == null) {
      return DEFAULT_FLUSH_SECONDS;
    }
    try {
      int seconds = Integer.parseInt(written);
      if (seconds >= 1 && seconds <= 3600) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message below.
    }
    ignore("flush", "It is not a number of seconds.", "it must be from 1 to 3600");
    return DEFAULT_FLUSH_SECONDS;
  }

  private void ignore(String option, String message, String why) {
    ignored.add(
        new Ignored(
            option,
            new Problem(
                "bad-agent-option",
                "The agent's option " + option + " is not used. " + message,
                "-javaagent:crossfade-agent.jar=…" + option + "…",
                why,
                "correct the option; the application runs and the agent does what it can")));
  }
}
