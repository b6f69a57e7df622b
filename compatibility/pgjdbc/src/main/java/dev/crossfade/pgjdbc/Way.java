package dev.crossfade.pgjdbc;

import java.util.Locale;

/** How the suite reaches PostgreSQL. */
enum Way {
  /** Through the driver, as its authors run it. */
  DIRECT,
  /** Through the proxy with nothing in transition. */
  PROXY,
  /** Through the proxy with one transition, on a table that the suite does not use. */
  TRANSITION,
  /** Through the proxy with one transition, on a table that this database does not have. */
  ABSENT;

  /** The system property by which a JVM that runs the suite is told its way. */
  static final String PROPERTY = "crossfade.suite.way";

  static Way current() {
    return of(System.getProperty(PROPERTY, DIRECT.name()));
  }

  static Way of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
