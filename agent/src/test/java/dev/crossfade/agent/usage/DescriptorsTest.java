package dev.crossfade.agent.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.ColumnName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorsTest {

  private static List<ColumnName> parse(String json) throws IOException {
    return Descriptors.parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  /** A class loader that sees one descriptor. */
  static ClassLoader loaderOf(String json) {
    return new ClassLoader(null) {
      @Override
      protected Enumeration<URL> findResources(String name) throws IOException {
        if (!name.equals(Descriptors.PATH)) {
          return Collections.emptyEnumeration();
        }
        URLStreamHandler handler =
            new URLStreamHandler() {
              @Override
              protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                  @Override
                  public void connect() {}

                  @Override
                  public InputStream getInputStream() {
                    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
                  }
                };
              }
            };
        return Collections.enumeration(List.of(new URL(null, "memory:descriptor", handler)));
      }
    };
  }

  @Test
  void theOldColumnIsTheTrackedOne() throws IOException {
    assertThat(
            parse(
                """
                {"format": 1, "generator": {"name": ["x"]}, "transitions": [
                  {"kind": "rename", "schema": null, "table": "users", "oldColumn": "full_name",
                   "newColumn": "display_name", "phase": "BEFORE", "more": {"table": "no"}},
                  {"schema": "crm", "table": "Users", "oldColumn": "a b", "newColumn": "c"}],
                 "after": true}
                """))
        .hasToString("[users.full_name, crm.\"Users\".\"a b\"]");
  }

  @Test
  void modulesPackedIntoOneJarFollowEachOther() throws IOException {
    String module = "{\"format\":1,\"transitions\":[\n{\"table\":\"%s\",\"oldColumn\":\"a\"}\n]}\n";
    assertThat(parse(module.formatted("one") + module.formatted("two")))
        .hasToString("[one.a, two.a]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"format\":1,\"transitions\":[]}{\"format\":2,\"transitions\":[]}",
        "{\"format\":2,\"transitions\":[]}",
        "{\"transitions\":[]}",
        "{\"format\":1,\"transitions\":[{\"table\":\"users\"}]}",
        "{\"format\":1,\"transitions\":[{\"table\":\"users\",\"old",
        "not json",
      })
  void anyOtherContentIsRefused(String json) {
    assertThatThrownBy(() -> parse(json)).isInstanceOf(IOException.class);
  }

  @Test
  void eachLoaderIsAskedOnce() {
    Descriptors descriptors = new Descriptors(new BlindSpots(() -> 1));
    List<List<ColumnName>> found = new ArrayList<>();
    ClassLoader loader = loaderOf("{\"format\":1}");
    descriptors.discover(loader, found::add);
    descriptors.discover(loader, found::add);
    assertThat(found).hasSize(1);
    descriptors.discover(loaderOf("{\"format\":1}"), found::add);
    assertThat(found).hasSize(2);
  }

  @Test
  void whoComesWhileALoaderIsAskedWaitsForTheAnswer() throws Exception {
    Descriptors descriptors = new Descriptors(new BlindSpots(() -> 1));
    ClassLoader loader = loaderOf("{\"format\":1}");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    AtomicBoolean answered = new AtomicBoolean();
    Thread first =
        new Thread(
            () ->
                descriptors.discover(
                    loader,
                    columns -> {
                      asked.countDown();
                      try {
                        answer.await();
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                      answered.set(true);
                    }));
    first.start();
    asked.await();
    AtomicBoolean early = new AtomicBoolean();
    Thread second =
        new Thread(
            () -> {
              descriptors.discover(loader, columns -> early.set(true));
              early.compareAndSet(false, !answered.get());
            });
    second.start();
    while (second.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    answer.countDown();
    first.join();
    second.join();
    assertThat(early).isFalse();
  }

  @Test
  void aLoaderThatComesBackFromWithinIsNotAskedAgain() {
    Descriptors descriptors = new Descriptors(new BlindSpots(() -> 1));
    List<String> calls = new ArrayList<>();
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          protected Enumeration<URL> findResources(String name) {
            calls.add(name);
            descriptors.discover(this, columns -> calls.add("again"));
            return Collections.emptyEnumeration();
          }
        };
    descriptors.discover(loader, columns -> calls.add("found"));
    assertThat(calls).containsExactly(Descriptors.PATH, "found");
  }

  @Test
  void aLoaderThatFailsIsABlindSpot() {
    BlindSpots blindSpots = new BlindSpots(() -> 1);
    assertThat(new Descriptors(blindSpots).read(loaderOf("canary"))).isEmpty();
    assertThat(blindSpots.all().keySet().toString())
        .contains("BAD_DESCRIPTOR")
        .doesNotContain("canary");
  }
}
