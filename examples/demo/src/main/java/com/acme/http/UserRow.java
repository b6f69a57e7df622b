package com.acme.http;

/**
 * A user as the API shows one. Immutable.
 *
 * @param id the key
 * @param email the address, unique
 * @param name the name to show
 */
public record UserRow(long id, String email, String name) {

  /** One line of a response: three fields between tabs. */
  String line() {
    return id + "\t" + email + "\t" + name + "\n";
  }
}
