package com.acme.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Users over HTTP, as plain text: {@code GET|PUT|DELETE /users/7}, {@code POST /users}, {@code GET
 * /users?name=…}, {@code GET /users?after=7&limit=10}, {@code POST /capitals?ids=7,8}, {@code GET
 * /health}. An error of the database is answered with 500 and its text.
 */
public final class UserServer {

  /** As many as the connection pool has connections: a request never waits for one. */
  public static final int THREADS = 8;

  private final UserStore users;
  private final Supplier<String> health;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private UserServer(UserStore users, Supplier<String> health) throws IOException {
    this.users = users;
    this.health = health;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  /**
   * Serves until {@link #stop}, on a free port that is printed as {@code listening on 12345}.
   *
   * @param health what {@code GET /health} answers
   */
  public static UserServer start(UserStore users, Supplier<String> health) throws IOException {
    // Without it the second packet of an answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    UserServer server = new UserServer(users, health);
    server.server.createContext("/", server::handle);
    server.server.setExecutor(server.threads);
    server.server.start();
    System.out.println("listening on " + server.port());
    return server;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Lets the requests in progress end, for at most a second, and stops. */
  public void stop() {
    server.stop(1);
    threads.shutdown();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Answer answer;
    try {
      answer = answer(exchange);
    } catch (SQLException | RuntimeException e) {
      e.printStackTrace();
      answer = new Answer(500, e + "\n");
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private record Answer(int status, String body) {}

  private Answer answer(HttpExchange exchange) throws IOException, SQLException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String path = exchange.getRequestURI().getPath();
    String request = exchange.getRequestMethod() + " " + path.replaceAll("\\d+", "7");
    return switch (request) {
      case "GET /health" -> new Answer(200, health.get() + "\n");
      case "GET /users" -> list(query);
      case "POST /users" -> add(body.split("\t", 2));
      case "POST /capitals" -> capitalise(query.getOrDefault("ids", ""));
      case "GET /users/7" -> find(key(path));
      case "PUT /users/7" -> changed(users.rename(key(path), body));
      case "DELETE /users/7" -> changed(users.remove(key(path)));
      default -> new Answer(404, "there is no " + request + "\n");
    };
  }

  private Answer list(Map<String, String> query) throws SQLException {
    String name = query.get("name");
    List<UserRow> rows =
        name != null
            ? users.named(name)
            : users.page(
                Long.parseLong(query.getOrDefault("after", "0")),
                Integer.parseInt(query.getOrDefault("limit", "10")));
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(row.line()));
    return new Answer(200, lines.toString());
  }

  private Answer add(String[] emailAndName) throws SQLException {
    return emailAndName.length < 2
        ? new Answer(400, "send email and name, a tab between them\n")
        : new Answer(201, users.add(emailAndName[0], emailAndName[1]) + "\n");
  }

  private Answer capitalise(String ids) throws SQLException {
    long[] keys = Arrays.stream(ids.split(",")).mapToLong(Long::parseLong).toArray();
    return new Answer(200, users.capitalise(keys) + "\n");
  }

  private Answer find(long id) throws SQLException {
    UserRow row = users.find(id);
    return row == null ? new Answer(404, "") : new Answer(200, row.line());
  }

  private static Answer changed(boolean found) {
    return new Answer(found ? 204 : 404, "");
  }

  private static long key(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : (raw == null ? "" : raw).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return parameters;
  }
}
