package dev.crossfade.demo;

import java.util.List;

/**
 * One version of one application: what its JVM is started with. Immutable.
 *
 * @param service its name in reports
 * @param version its version in reports
 * @param main its main class
 * @param libraries how the names of the jars begin that it needs
 * @param tracks whether its agent is told what to watch; else a descriptor on its class path says
 */
record Program(
    String service, String version, String main, List<String> libraries, boolean tracks) {

  /** The driver as it is, behind a pool: nothing of Crossfade. */
  static final Program WEB_1 =
      new Program(
          "web",
          "1",
          "com.acme.web.v1.WebService",
          List.of("postgresql-", "HikariCP-", "slf4j-"),
          true);

  /** The proxy, behind the same pool. */
  static final Program WEB_2 =
      new Program(
          "web",
          "2",
          "com.acme.web.v2.WebService",
          List.of("postgresql-", "HikariCP-", "slf4j-", "crossfade-runtime-"),
          false);

  static final Program NIGHTLY_1 = nightly("1");
  static final Program NIGHTLY_2 = nightly("2");

  private static Program nightly(String version) {
    return new Program(
        "nightly",
        version,
        "com.acme.nightly.v" + version + ".NightlyReport",
        List.of("postgresql-"),
        true);
  }
}
