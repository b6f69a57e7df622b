package dev.crossfade.proof;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The sessions of one test class, opened when first asked for. For one thread. */
final class Sessions implements AutoCloseable {

  private final Map<String, Schema> schemas = new HashMap<>();
  private final Map<String, Session> open = new HashMap<>();

  Schema schema(String name) {
    return schemas.computeIfAbsent(name, Schema::load);
  }

  Session get(String schema, World world) throws SQLException {
    String key = schema + " " + world;
    Session session = open.get(key);
    if (session == null) {
      session = new Session(schema(schema), world);
      open.put(key, session);
    }
    return session;
  }

  @Override
  public void close() throws SQLException {
    for (Session session : open.values()) {
      session.close();
    }
    open.clear();
  }
}
