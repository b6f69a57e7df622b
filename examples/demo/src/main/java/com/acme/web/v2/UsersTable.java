package com.acme.web.v2;

import com.acme.http.UserRow;
import com.acme.http.UserStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The users, in both ways that Crossfade offers, over one pool: generated code where a row is an
 * entity, and hand-written SQL that names {@code display_name} as if the rename were done, which
 * the JDBC proxy makes true in every phase.
 */
final class UsersTable implements UserStore {

  private final DataSource database;
  private final UserCrossfade users;

  UsersTable(DataSource database, UserCrossfade users) {
    this.database = database;
    this.users = users;
  }

  @Override
  public @Nullable UserRow find(long id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      User user = users.find(connection, id);
      return user == null ? null : new UserRow(user.id(), user.email(), user.displayName());
    }
  }

  @Override
  public long add(String email, String name) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return users.insert(connection, new User(0, email, name));
    }
  }

  @Override
  public boolean rename(long id, String name) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        User user = users.find(connection, id);
        boolean found =
            user != null && users.update(connection, new User(id, user.email(), name)) == 1;
        connection.commit();
        return found;
      } finally {
        // After a commit there is nothing to undo; a pool must not get an open transaction back.
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  @Override
  public int capitalise(long[] ids) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE users SET display_name = upper(display_name) WHERE id = ANY (?)")) {
      update.setObject(1, ids);
      return update.executeUpdate();
    }
  }

  @Override
  public boolean remove(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement("DELETE FROM users WHERE id = ?")) {
      delete.setLong(1, id);
      return delete.executeUpdate() == 1;
    }
  }

  @Override
  public List<UserRow> named(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, email, display_name FROM users WHERE display_name = ? ORDER BY id")) {
      select.setString(1, name);
      return rows(select);
    }
  }

  @Override
  public List<UserRow> page(long after, int limit) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT * FROM users WHERE id > ? ORDER BY id LIMIT ?")) {
      select.setLong(1, after);
      select.setInt(2, limit);
      return rows(select);
    }
  }

  private static List<UserRow> rows(PreparedStatement select) throws SQLException {
    List<UserRow> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(
            new UserRow(row.getLong("id"), row.getString("email"), row.getString("display_name")));
      }
    }
    return rows;
  }
}
