package dev.crossfade.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Several clients at once, from {@link #start} to {@link #stop}. */
final class Load {

  private final Balancer balancer = new Balancer();
  private final Tally tally = new Tally();
  private final List<Client> clients = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param rate how many requests a second they make together, if they are answered fast enough
   */
  Load(int number, int seeded, int rate) {
    long nanosBetween = TimeUnit.SECONDS.toNanos(number) / rate;
    for (int i = 0; i < number; i++) {
      clients.add(new Client(i, number, seeded, balancer, tally, nanosBetween));
    }
  }

  Balancer balancer() {
    return balancer;
  }

  Tally tally() {
    return tally;
  }

  /** Begins; a service must be in rotation. */
  void start() {
    for (Client client : clients) {
      Thread thread = new Thread(client, "client " + threads.size());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Ends, each client after the answer it waits for. What they were promised is then known. */
  List<Rows> stop() throws InterruptedException {
    clients.forEach(Client::stop);
    for (Thread thread : threads) {
      thread.join();
    }
    return clients.stream().map(Client::rows).toList();
  }
}
