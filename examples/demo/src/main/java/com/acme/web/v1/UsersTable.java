package com.acme.web.v1;

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

/** The users, by hand-written SQL over {@code full_name}. */
final class UsersTable implements UserStore {

  private final DataSource database;

  UsersTable(DataSource database) {
    this.database = database;
  }

  @Override
  public @Nullable UserRow find(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT id, email, full_name FROM users WHERE id = ?")) {
      select.setLong(1, id);
      List<UserRow> rows = rows(select);
      return rows.isEmpty() ? null : rows.get(0);
    }
  }

  @Override
  public long add(String email, String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO users (email, full_name) VALUES (?, ?) RETURNING id")) {
      insert.setString(1, email);
      insert.setString(2, name);
      try (ResultSet key = insert.executeQuery()) {
        key.next();
        return key.getLong("id");
      }
    }
  }

  @Override
  public boolean rename(long id, String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE users SET full_name = ? WHERE id = ?")) {
      update.setString(1, name);
      update.setLong(2, id);
      return update.executeUpdate() == 1;
    }
  }

  @Override
  public int capitalise(long[] ids) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE users SET full_name = upper(full_name) WHERE id = ANY (?)")) {
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
                "SELECT id, email, full_name FROM users WHERE full_name = ? ORDER BY id")) {
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
            new UserRow(row.getLong("id"), row.getString("email"), row.getString("full_name")));
      }
    }
    return rows;
  }
}
