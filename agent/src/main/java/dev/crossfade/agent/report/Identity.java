package dev.crossfade.agent.report;

/**
 * Who reports. Immutable.
 *
 * @param agent the agent's version
 * @param service the service's name
 * @param version the service's version
 * @param instance unique to this JVM
 * @param host the machine
 * @param pid the process
 * @param started milliseconds since 1970
 * @param late whether the agent came after the application had started
 * @param flushSeconds how often the report is renewed
 */
public record Identity(
    String agent,
    String service,
    String version,
    String instance,
    String host,
    long pid,
    long started,
    boolean late,
    int flushSeconds) {

  /** The same under another instance's name. */
  Identity withInstance(String other) {
    return new Identity(agent, service, version, other, host, pid, started, late, flushSeconds);
  }
}
