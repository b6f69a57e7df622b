package dev.crossfade.agent.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Caller;
import dev.crossfade.model.ColumnName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageCounterTest {

  private static final ColumnName COLUMN = ColumnName.parse("users.full_name");

  private final BlindSpots blindSpots = new BlindSpots(() -> 1);
  private final UsageCounter counter = new UsageCounter(COLUMN, "read", blindSpots);

  private long total() {
    return counter.sites().stream().mapToLong(site -> site.tally().count()).sum();
  }

  @Test
  void aCallerThatComesEverySecondTimeIsSeen() {
    for (int i = 0; i < 10_000; i++) {
      Caller.here(() -> counter.add(5, null));
      if (i > 100) {
        Caller.there(() -> counter.add(5, null));
      }
    }
    assertThat(counter.sites())
        .extracting(UsageCounter.Site::callSite)
        .containsExactly(
            "com.acme.Caller.here(Caller.java:9)", "com.acme.Caller.there(Caller.java:13)");
    assertThat(counter.sites().get(1).tally().count()).isBetween(4_000L, 16_000L);
    assertThat(total()).isEqualTo(19_899);
  }

  @Test
  void aCallerThatComesOnceAfterAQuietSecondIsSeen() {
    for (int i = 0; i < 1_000_000; i++) {
      Caller.here(() -> counter.add(5, null));
    }
    Caller.there(() -> counter.add(1005, null));
    Caller.elsewhere(() -> counter.add(2006, null));
    assertThat(counter.sites()).hasSize(3);
    assertThat(counter.sites().get(2).tally().first()).isEqualTo(2006);
  }

  @Test
  void beyondTheBoundCallersAreCountedTogether() {
    for (int i = 0; i < 10_000; i++) {
      counter.add(5, "site " + i);
    }
    assertThat(counter.sites()).hasSize(17);
    assertThat(counter.sites().get(16).callSite()).isEqualTo(UsageCounter.OTHER);
    assertThat(counter.sites().get(16).tally().count()).isEqualTo(9_984);
    assertThat(blindSpots.all().keySet())
        .containsExactly(new BlindSpots.Spot(Blindness.OVERFLOW, "call sites of one statement"));
  }

  @Test
  void nothingIsLostBetweenThreads() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      String site = "thread " + t % 3;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 50_000; i++) {
                  counter.add(i, i % 7 == 0 ? site : null);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(total()).isEqualTo(400_000);
    assertThat(counter.sites()).extracting(site -> site.callSite()).doesNotHaveDuplicates();
    assertThat(counter.sites()).allSatisfy(s -> assertThat(s.tally().last()).isLessThan(50_000));
  }
}
