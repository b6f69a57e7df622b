package dev.crossfade.demo;

import dev.crossfade.demo.Rows.Row;
import dev.crossfade.demo.Service.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One client of the web services: reads and writes its own rows through whichever version answers,
 * and holds every answer against what it was promised.
 */
final class Client implements Runnable {

  private static final int PAGE = 10;

  private final int number;
  private final Balancer balancer;
  private final Tally tally;
  private final long nanosBetween;
  private final Random random;
  private final Rows rows;
  private volatile boolean stopped;
  private int made;

  Client(int number, int clients, int seeded, Balancer balancer, Tally tally, long nanosBetween) {
    this.number = number;
    this.balancer = balancer;
    this.tally = tally;
    this.nanosBetween = nanosBetween;
    this.random = new Random(number);
    this.rows = new Rows(number, clients, seeded, random);
  }

  /** What it was promised; to be read after its thread has ended. */
  Rows rows() {
    return rows;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    long next = System.nanoTime();
    while (!stopped) {
      Service service = balancer.enter(random);
      if (service != null) {
        try {
          request(service);
        } catch (InterruptedException e) {
          return;
        } finally {
          service.inProgress().decrementAndGet();
        }
      }
      next = Math.max(next + nanosBetween, System.nanoTime() - nanosBetween);
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private void request(Service service) throws InterruptedException {
    int dice = random.nextInt(100);
    if (dice < 35) {
      find(service);
    } else if (dice < 55) {
      named(service);
    } else if (dice < 60) {
      page(service);
    } else if (dice < 80) {
      rename(service);
    } else if (dice < 90) {
      add(service);
    } else if (dice < 95) {
      capitalise(service);
    } else {
      remove(service);
    }
  }

  private void find(Service service) throws InterruptedException {
    long id = rows.any();
    Row row = rows.get(id);
    Reply reply = read(service, "/users/" + id);
    if (reply != null) {
      check(service, "GET", row.name() == null ? 404 : 200, line(id, row), reply);
    }
  }

  private void named(Service service) throws InterruptedException {
    long id = rows.any();
    Row row = rows.get(id);
    String name = row.name() == null ? Seed.name(id) : row.name();
    Reply reply = read(service, "/users?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    if (reply != null) {
      check(service, "search", 200, line(id, row), reply);
    }
  }

  /** A page that begins at a row of ours: its first line is known. */
  private void page(Service service) throws InterruptedException {
    long id = rows.any();
    Row row = rows.get(id);
    Reply reply = read(service, "/users?after=" + (id - 1) + "&limit=" + PAGE);
    if (reply != null && row.name() != null) {
      String first = reply.body().substring(0, reply.body().indexOf('\n') + 1);
      check(service, "list", 200, line(id, row), new Reply(reply.status(), first));
    } else if (reply != null) {
      tally.served.increment();
    }
  }

  private void rename(Service service) throws InterruptedException {
    long id = rows.any();
    Row row = rows.get(id);
    String name = unique();
    Reply reply = write(service, "PUT", "/users/" + id, name);
    if (reply == null) {
      rows.perhapsWrote(id, name);
    } else if (check(service, "PUT", row.name() == null ? 404 : 204, "", reply)
        && row.name() != null) {
      wrote(id, row.email(), name);
    }
  }

  private void add(Service service) throws InterruptedException {
    String name = unique();
    String email = name.replace(' ', '.').toLowerCase(Locale.ROOT) + "@example.com";
    Reply reply = write(service, "POST", "/users", email + "\t" + name);
    if (reply == null) {
      rows.perhapsAdded(email, name);
    } else if (check(service, "POST", 201, reply.body(), reply)) {
      wrote(Long.parseLong(reply.body().strip()), email, name);
    }
  }

  /** One statement for several rows, whose new value the database computes from the old. */
  private void capitalise(Service service) throws InterruptedException {
    Set<Long> ids = new LinkedHashSet<>();
    for (int i = 0; i < 5; i++) {
      ids.add(rows.any());
    }
    ids.removeIf(id -> rows.get(id).name() == null);
    if (ids.isEmpty()) {
      return;
    }
    String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    Reply reply = write(service, "POST", "/capitals?ids=" + list, "");
    boolean done = reply != null && check(service, "bulk", 200, ids.size() + "\n", reply);
    for (long id : ids) {
      Row row = rows.get(id);
      String capitals = String.valueOf(row.name()).toUpperCase(Locale.ROOT);
      if (done) {
        rows.wrote(id, row.email(), capitals);
      } else {
        rows.perhapsWrote(id, capitals);
      }
    }
    if (done) {
      tally.acknowledged.increment();
    }
  }

  private void remove(Service service) throws InterruptedException {
    long id = rows.any();
    Row row = rows.get(id);
    Reply reply = write(service, "DELETE", "/users/" + id, "");
    if (reply == null) {
      rows.perhapsWrote(id, null);
    } else if (check(service, "DELETE", row.name() == null ? 404 : 204, "", reply)
        && row.name() != null) {
      wrote(id, row.email(), null);
    }
  }

  private void wrote(long id, String email, @Nullable String name) {
    rows.wrote(id, email, name);
    tally.acknowledged.increment();
  }

  private String unique() {
    return "Client " + number + " Name " + ++made;
  }

  private static String line(long id, Row row) {
    return row.name() == null ? "" : id + "\t" + row.email() + "\t" + row.name() + "\n";
  }

  private boolean check(Service service, String what, int status, String body, Reply reply) {
    if (reply.status() == status && reply.body().equals(body)) {
      tally.served.increment();
      return true;
    }
    tally.fail(
        service + " answered " + what + " with " + reply + " instead of " + status + " " + body);
    return false;
  }

  private @Nullable Reply read(Service service, String path) throws InterruptedException {
    return send(service, "GET", path, "");
  }

  private @Nullable Reply write(Service service, String method, String path, String body)
      throws InterruptedException {
    Reply reply = send(service, method, path, body);
    if (reply != null && reply.status() >= 500) {
      tally.fail(service + " answered " + method + " " + path + " with " + reply);
      return null;
    }
    return reply;
  }

  private @Nullable Reply send(Service service, String method, String path, String body)
      throws InterruptedException {
    try {
      return service.send(method, path, body);
    } catch (IOException e) {
      tally.fail(service + " did not answer " + method + " " + path + ": " + e);
      return null;
    }
  }
}
