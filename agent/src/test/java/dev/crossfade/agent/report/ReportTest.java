package dev.crossfade.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.Caller;
import dev.crossfade.agent.usage.BlindSpots;
import dev.crossfade.agent.usage.Blindness;
import dev.crossfade.agent.usage.Recorder;
import dev.crossfade.model.ColumnName;
import dev.crossfade.sql.Analyzer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
  private final BlindSpots blindSpots = new BlindSpots(clock::get);
  private final Recorder recorder =
      new Recorder(
          List.of(ColumnName.parse("users.full_name")),
          columns -> new Analyzer(columns)::analyze,
          clock::get,
          blindSpots);

  @TempDir private Path folder;

  @Test
  void everyLineIsAsTheFormatSays() throws IOException {
    clock.addAndGet(1000);
    String sql = "SELECT full_name FROM users WHERE email = 'x'";
    Caller.here(() -> recorder.sent(null, sql));
    clock.addAndGet(500);
    Caller.here(() -> recorder.sent(null, sql));
    recorder.sent(
        null, "/*crossfade users.display_name=DUAL_WRITE*/ UPDATE users SET display_name = $1");
    recorder.fellBack("users.display_name");
    blindSpots.saw(Blindness.UNHOOKED_DRIVER, "a \"driver\"");
    Identity identity = new Identity("1.0", "web", "7", "i", "h", 42, 1_700_000_000_000L, false, 5);

    ReportText text = new ReportText();
    String body = new String(text.body(identity, recorder, blindSpots), StandardCharsets.UTF_8);
    String end = new String(text.end(clock.get(), 3, false), StandardCharsets.UTF_8);

    assertThat(body + end)
        .isEqualTo(
            """
            {"type":"report","format":1,"agent":"1.0","service":"web","version":"7",\
            "instance":"i","host":"h","pid":42,"started":"2023-11-14T22:13:20.000Z",\
            "attached":"startup","flushSeconds":5}
            {"type":"tracked","column":"users.full_name","since":"2023-11-14T22:13:20.000Z"}
            {"type":"statement","fingerprint":"73ac1a9371a02c05",\
            "sql":"select full_name from users where email = ?"}
            {"type":"usage","column":"users.full_name","kind":"read",\
            "fingerprint":"73ac1a9371a02c05","callSite":"com.acme.Caller.here(Caller.java:9)","count":2,\
            "first":"2023-11-14T22:13:21.000Z","last":"2023-11-14T22:13:21.500Z"}
            {"type":"own","transition":"users.display_name","phase":"DUAL_WRITE","count":1,\
            "first":"2023-11-14T22:13:21.500Z","last":"2023-11-14T22:13:21.500Z"}
            {"type":"fallbacks","transition":"users.display_name","count":1,\
            "first":"2023-11-14T22:13:21.500Z","last":"2023-11-14T22:13:21.500Z"}
            {"type":"blind","what":"unhooked-driver","detail":"a \\"driver\\"","count":1,\
            "first":"2023-11-14T22:13:21.500Z","last":"2023-11-14T22:13:21.500Z"}
            {"type":"end","flushed":"2023-11-14T22:13:21.500Z","sequence":3,\
            "state":"running","lines":7}
            """);
  }

  @Test
  void aReaderNeverSeesHalfAReport() throws Exception {
    ReportFile file = ReportFile.claim(folder.resolve("new"), "a/b", "../c");
    file.replace(
        "first\n".getBytes(StandardCharsets.UTF_8), "end\n".getBytes(StandardCharsets.UTF_8));
    assertThat(file.path()).hasFileName("a_b-.._c.jsonl");
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 300; i++) {
                  byte[] body = ("x".repeat(i * 100) + "\n").getBytes(StandardCharsets.UTF_8);
                  file.replace(body, "end\n".getBytes(StandardCharsets.UTF_8));
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              } finally {
                done.set(true);
              }
            });
    writer.start();
    while (!done.get()) {
      assertThat(Files.readString(file.path())).endsWith("\nend\n");
    }
    writer.join();
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files).containsExactly(file.path());
    }
  }

  @Test
  void anInstanceDoesNotOverwriteItsPredecessor() throws IOException {
    ReportFile first = ReportFile.claim(folder, "nightly", "job");
    ReportFile atTheSameTime = ReportFile.claim(folder, "nightly", "job");
    first.replace(new byte[] {1}, new byte[] {1});
    ReportFile later = ReportFile.claim(folder, "nightly", "job");
    assertThat(first.path()).hasFileName("nightly-job.jsonl");
    assertThat(atTheSameTime.path()).hasFileName("nightly-job-2.jsonl");
    assertThat(later.path()).hasFileName("nightly-job-3.jsonl");
    assertThat(later.instance()).isEqualTo("job-3");
  }

  @Test
  void aFailedReplacementLeavesTheReportBefore() throws IOException {
    ReportFile file = ReportFile.claim(folder, "web", "i");
    file.replace(new byte[] {1}, new byte[] {2});
    Files.createDirectory(folder.resolve("web-i.jsonl.tmp"));
    Files.createFile(folder.resolve("web-i.jsonl.tmp/in the way"));
    assertThatThrownBy(() -> file.replace(new byte[] {3}, new byte[] {4}))
        .isInstanceOf(IOException.class);
    assertThat(file.path()).hasBinaryContent(new byte[] {1, 2});
  }
}
