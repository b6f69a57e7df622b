package dev.crossfade.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A running web application, as its clients reach it. Thread-safe. */
final class Service {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String name;
  private final URI base;
  private final AtomicInteger inProgress = new AtomicInteger();

  Service(String name, int port) {
    this.name = name;
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** What a request was answered with. */
  record Reply(int status, String body) {}

  AtomicInteger inProgress() {
    return inProgress;
  }

  Reply send(String method, String path, String body) throws IOException, InterruptedException {
    BodyPublisher content =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpResponse<String> response =
        CLIENT.send(
            HttpRequest.newBuilder(base.resolve(path))
                .method(method, content)
                .timeout(Duration.ofSeconds(20))
                .build(),
            BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body());
  }

  /** What it says of itself: {@code web 2 DUAL_WRITE}. */
  String health() throws IOException, InterruptedException {
    return send("GET", "/health", "").body().strip();
  }

  @Override
  public String toString() {
    return name;
  }
}
