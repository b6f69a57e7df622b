package dev.crossfade.jdbc;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Strictness;
import dev.crossfade.phase.PhaseConfig;
import dev.crossfade.phase.Phases;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The driver of {@code jdbc:crossfade:postgresql://…}: PostgreSQL's own driver, whose URL and
 * properties it takes unchanged, with every statement rewritten for the phases of this JVM ({@link
 * PhaseConfig#live}). One parameter is ours: {@code crossfade.strictness}, which wins over the
 * JVM's ({@link PhaseConfig#strictness}). {@link DriverManager} finds it without {@code
 * Class.forName}. Thread-safe.
 */
public final class CrossfadeDriver implements Driver {

  private static final String PREFIX = "jdbc:crossfade:";

  private static final Pattern PARAMETER =
      Pattern.compile("[?&]" + Pattern.quote(Strictness.PROPERTY) + "=([^&]*)");

  static {
    try {
      DriverManager.registerDriver(new CrossfadeDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final Map<Strictness, Crossing> LIVE = new EnumMap<>(Strictness.class);

  private final org.postgresql.Driver driver = new org.postgresql.Driver();

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Strictness strictness = strictness(url, info);
    Connection connection = driver.connect(driverUrl(url), info);
    if (connection == null) {
      throw badUrl("the driver does not take what follows \"crossfade:\"");
    }
    try {
      return live(strictness).cross(connection);
    } catch (CrossfadeException e) {
      connection.close();
      throw new CrossfadeSqlException(e.problem(), "0A000", e);
    }
  }

  private static synchronized Crossing live(@Nullable Strictness wanted) {
    Phases phases = PhaseConfig.live();
    Strictness strictness = wanted == null ? PhaseConfig.strictness() : wanted;
    Crossing crossing = LIVE.get(strictness);
    if (crossing == null || crossing.phases != phases) {
      crossing = new Crossing(phases, Rewriting.real(), strictness);
      LIVE.put(strictness, crossing);
    }
    return crossing;
  }

  /** What the URL, or else the properties, say of strictness; null if nothing. */
  private static @Nullable Strictness strictness(String url, @Nullable Properties info)
      throws SQLException {
    String text = info == null ? null : info.getProperty(Strictness.PROPERTY);
    Matcher inUrl = PARAMETER.matcher(url);
    if (inUrl.find()) {
      text = inUrl.group(1);
    }
    try {
      return text == null ? null : Strictness.parse(text, "parameter " + Strictness.PROPERTY);
    } catch (CrossfadeException e) {
      throw new CrossfadeSqlException(e.problem(), "08001", e);
    }
  }

  private static String driverUrl(String url) throws SQLException {
    String rest = url.substring(PREFIX.length());
    if (!rest.startsWith("postgresql:")) {
      throw badUrl(
          rest.startsWith("jdbc:")
              ? "\"jdbc:\" stands in it twice"
              : "Crossfade speaks to PostgreSQL through its own driver only");
    }
    return "jdbc:" + withoutStrictness(rest);
  }

  /**
   * The driver would only ignore it, but a list of its properties should not show what it is not.
   */
  private static String withoutStrictness(String url) {
    Matcher matcher = PARAMETER.matcher(url);
    if (!matcher.find()) {
      return url;
    }
    boolean first = url.charAt(matcher.start()) == '?';
    boolean last = matcher.end() == url.length();
    String before = url.substring(0, matcher.start());
    return last ? before : before + (first ? "?" : "&") + url.substring(matcher.end() + 1);
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
    if (!acceptsURL(url)) {
      return new DriverPropertyInfo[0];
    }
    DriverPropertyInfo[] own = driver.getPropertyInfo(driverUrl(url), info);
    DriverPropertyInfo[] all = Arrays.copyOf(own, own.length + 1);
    Strictness strictness = strictness(url, info);
    DriverPropertyInfo ours =
        new DriverPropertyInfo(Strictness.PROPERTY, strictness == null ? null : name(strictness));
    ours.description = "What to do with a statement that can not be proven";
    ours.choices = new String[] {name(Strictness.STRICT), name(Strictness.OBSERVE)};
    all[own.length] = ours;
    return all;
  }

  private static String name(Strictness strictness) {
    return strictness.name().toLowerCase(Locale.ROOT);
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
