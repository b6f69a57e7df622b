package com.acme.http;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users of the database. Each version of the service has its own. Thread-safe. */
public interface UserStore {

  /** The user with this key, or null. */
  @Nullable UserRow find(long id) throws SQLException;

  /** Adds a user and returns the key. */
  long add(String email, String name) throws SQLException;

  /** Gives a user another name; false if there is no such user. */
  boolean rename(long id, String name) throws SQLException;

  /** Puts the names of these users in capitals, in one statement; returns how many there were. */
  int capitalise(long[] ids) throws SQLException;

  /** Removes a user; false if there was none. */
  boolean remove(long id) throws SQLException;

  /** The users with exactly this name. */
  List<UserRow> named(String name) throws SQLException;

  /** The users that follow a key, in its order. */
  List<UserRow> page(long after, int limit) throws SQLException;
}
