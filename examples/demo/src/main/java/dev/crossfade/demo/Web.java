package dev.crossfade.demo;

import java.io.IOException;
import java.time.Duration;

/**
 * A web application that listens: its process, and how its clients reach it.
 *
 * @param application the process
 * @param service what it serves
 */
record Web(Application application, Service service) {

  private static final String LISTENING = "listening on ";
  private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(20);

  /** Waits until {@code application} listens. */
  static Web of(Application application) throws InterruptedException {
    String line = application.awaitLine(LISTENING, said -> said.startsWith(LISTENING));
    int port = Integer.parseInt(line.substring(LISTENING.length()));
    return new Web(application, new Service(application.toString(), port));
  }

  /** Waits until version 2 says that it is in {@code phase}. */
  void awaitPhase(String phase) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + FOLLOWS_WITHIN.toNanos();
    while (!service.health().endsWith(" " + phase)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            application + " did not follow to " + phase + application.tail());
      }
      Thread.sleep(50);
    }
  }
}
