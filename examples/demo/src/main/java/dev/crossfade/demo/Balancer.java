package dev.crossfade.demo;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Spreads requests over the services that are in rotation. Thread-safe. */
final class Balancer {

  private final List<Service> inRotation = new CopyOnWriteArrayList<>();

  void add(Service service) {
    inRotation.add(service);
  }

  /** Takes it out, and returns once no request to it is in progress. */
  void drain(Service service) {
    inRotation.remove(service);
    while (service.inProgress().get() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /**
   * A service, whose {@link Service#inProgress} the caller must decrement afterwards; null if none
   * is in rotation.
   */
  @Nullable Service enter(Random random) {
    while (true) {
      Service[] services = inRotation.toArray(Service[]::new);
      if (services.length == 0) {
        return null;
      }
      Service service = services[random.nextInt(services.length)];
      service.inProgress().incrementAndGet();
      // Drained in between: nobody would wait for a request that begins now.
      if (inRotation.contains(service)) {
        return service;
      }
      service.inProgress().decrementAndGet();
    }
  }
}
