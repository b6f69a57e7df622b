package dev.crossfade.proof;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sessions of one test class, opened when first asked for; those that were not asked for the
 * longest are closed, and their databases dropped. For one thread.
 */
final class Sessions implements AutoCloseable {

  private static final int MOST_OPEN = 70;

  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<String, Session> open = new LinkedHashMap<>(64, 0.75f, true);

  Schema schema(String name) {
    return schemas.computeIfAbsent(name, Schema::load);
  }

  /** Makes a schema known that stands in no file. */
  void add(Schema schema) {
    schemas.put(schema.name(), schema);
  }

  Session get(String schema, World world) throws SQLException {
    return get(Setting.of(schema(schema), world));
  }

  Session get(Setting setting) throws SQLException {
    String key = setting.schema().name() + " " + setting.order() + " " + setting.worlds();
    Session session = open.get(key);
    if (session == null) {
      if (open.size() >= MOST_OPEN) {
        open.remove(open.keySet().iterator().next()).close();
      }
      session = new Session(setting);
      open.put(key, session);
    }
    return session;
  }

  @Override
  public void close() throws SQLException {
    List<Session> sessions = new ArrayList<>(open.values());
    open.clear();
    for (Session session : sessions) {
      session.close();
    }
  }
}
