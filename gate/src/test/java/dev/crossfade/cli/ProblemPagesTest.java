package dev.crossfade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every error of this module and of the launcher has its page. */
class ProblemPagesTest {

  private static final Pattern JAVA =
      Pattern.compile("(?:new Problem|refuse)\\(\\s*\"([a-z][a-z0-9-]*)\"");
  private static final Pattern SHELL = Pattern.compile("fail ([a-z-]+) ");

  @Test
  void everyProblemHasAPage() throws IOException {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        collect(JAVA, Files.readString(file), ids);
      }
    }
    collect(SHELL, Files.readString(Path.of("../crossfade")), ids);
    assertThat(ids).hasSizeGreaterThan(30);
    assertThat(ids)
        .allSatisfy(
            id ->
                assertThat(Path.of("../docs/problems/" + id + ".md"))
                    .content()
                    .startsWith("# " + id + "\n")
                    .contains("## What to do"));
  }

  private static void collect(Pattern pattern, String text, Set<String> ids) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      ids.add(found.group(1));
    }
  }
}
