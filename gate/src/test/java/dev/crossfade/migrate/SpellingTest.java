package dev.crossfade.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a transition is named: spelt out, or by a build's descriptor. */
class SpellingTest {

  private static final String DESCRIPTOR =
      "{\"format\":1,\"transitions\":[\n{\"kind\":\"rename\",\"schema\":null,\"table\":\"users\","
          + "\"oldColumn\":\"full_name\",\"newColumn\":\"Display\",\"declaredPhase\":\"DUAL_WRITE\","
          + "\"entity\":\"com.acme.User\"}\n]}\n";

  @TempDir Path directory;

  @Test
  void namesAreFoldedUnlessQuoted() {
    assertThat(Spelling.parse("App.Users.\"Full: Name\":Display_Name"))
        .isEqualTo(
            new Rename(new TableName("app", "users"), "Full: Name", "display_name", Phase.BEFORE));
    assertThat(Spelling.parse("users.a:users.b").newColumn()).isEqualTo("b");
  }

  @Test
  void whatIsSpeltIsReadBack() {
    Rename rename = new Rename(new TableName("a.b", "C:d"), "e \"f", "g:h", Phase.BEFORE);
    assertThat(Spelling.parse(Spelling.of(rename))).isEqualTo(rename);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users.a:",
        "users.a",
        "users.a:b:c",
        ":b",
        "users:b",
        "users.a:orders.b",
        "a.b:b.b"
      })
  void whatIsNoTransitionIsRefused(String text) {
    assertThatThrownBy(() -> Spelling.parse(text)).isInstanceOf(CrossfadeException.class);
  }

  @Test
  void aDirectoryOfClassesAJarAndAJarInAJarAreRead() throws IOException {
    Path classes = directory.resolve("classes/META-INF/crossfade/transitions.json");
    Files.createDirectories(classes.getParent());
    Files.writeString(classes, DESCRIPTOR);
    Path inner = jar("inner.jar", "META-INF/crossfade/transitions.json", DESCRIPTOR.getBytes());
    Path outer = jar("outer.jar", "BOOT-INF/lib/inner.jar", Files.readAllBytes(inner));
    Rename expected =
        new Rename(new TableName(null, "users"), "full_name", "Display", Phase.DUAL_WRITE);
    for (Path place : List.of(directory.resolve("classes"), inner, outer)) {
      assertThat(Descriptors.read(List.of(place)).all()).containsExactly(expected);
    }
    assertThat(Descriptors.read(List.of(inner, outer)).all()).hasSize(1);
  }

  @Test
  void aPlaceWithoutADescriptorIsRefused() throws IOException {
    Path empty = jar("empty.jar", "x", new byte[0]);
    assertThatThrownBy(() -> Descriptors.read(List.of(directory)))
        .hasMessageStartingWith("[no-descriptor]");
    assertThatThrownBy(() -> Descriptors.read(List.of(empty)))
        .hasMessageStartingWith("[no-descriptor]");
    assertThatThrownBy(() -> Descriptors.read(List.of(directory.resolve("gone"))))
        .hasMessageStartingWith("[unreadable-descriptor]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{}",
        "{\"format\":2,\"transitions\":[]}",
        "{\"format\":1,\"transitions\":[{\"kind\":\"split\"}]}",
        "{\"format\":1,\"transitions\":[{}]}",
      })
  void aDescriptorThatIsNotUnderstoodIsRefused(String text) throws IOException {
    Path jar = jar("bad.jar", "META-INF/crossfade/transitions.json", text.getBytes());
    assertThatThrownBy(() -> Descriptors.read(List.of(jar)))
        .hasMessageStartingWith("[unreadable-descriptor]");
  }

  private Path jar(String name, String entry, byte[] content) throws IOException {
    Path jar = directory.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
    }
    return jar;
  }
}
