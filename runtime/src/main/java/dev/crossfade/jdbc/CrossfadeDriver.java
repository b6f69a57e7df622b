package dev.crossfade.jdbc;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.phase.PhaseConfig;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The driver of {@code jdbc:crossfade:postgresql://…}: PostgreSQL's own driver, whose URL and
 * properties it takes unchanged, with every statement rewritten for the phases of this JVM ({@link
 * PhaseConfig#live}). {@link DriverManager} finds it without {@code Class.forName}. Thread-safe.
 */
public final class CrossfadeDriver implements Driver {

  private static final String PREFIX = "jdbc:crossfade:";

  static {
    try {
      DriverManager.registerDriver(new CrossfadeDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static @Nullable Crossing live;

  private final org.postgresql.Driver driver = new org.postgresql.Driver();

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection connection = driver.connect(driverUrl(url), info);
    if (connection == null) {
      throw badUrl("the driver does not take what follows \"crossfade:\"");
    }
    try {
      return live().cross(connection);
    } catch (CrossfadeException e) {
      connection.close();
      throw new CrossfadeSqlException(e.problem(), "0A000", e);
    }
  }

  private static synchronized Crossing live() {
    Phases phases = PhaseConfig.live();
    if (live == null) {
      live = new Crossing(phases, Rewriting.real());
    }
    return live;
  }

  private static String driverUrl(String url) throws SQLException {
    String rest = url.substring(PREFIX.length());
    if (!rest.startsWith("postgresql:")) {
      throw badUrl(
          rest.startsWith("jdbc:")
              ? "\"jdbc:\" stands in it twice"
              : "Crossfade speaks to PostgreSQL through its own driver only");
    }
    return "jdbc:" + rest;
  }

  // The URL itself may hold a password, and is not repeated.
  private static CrossfadeSqlException badUrl(String why) {
    return new CrossfadeSqlException(Refusals.badUrl(why), "08001", null);
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    if (url == null) {
      throw badUrl("there is none");
    }
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return acceptsURL(url)
        ? driver.getPropertyInfo(driverUrl(url), info)
        : new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return driver.getParentLogger();
  }
}
