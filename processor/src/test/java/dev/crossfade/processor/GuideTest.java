package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of the guide compiles, each page as one program; its links lead somewhere. */
class GuideTest {

  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

  @TempDir private Path sources;
  @TempDir private Path output;

  @ParameterizedTest
  @ValueSource(strings = {"annotate.md", "transitions/rename.md"})
  void everySnippetCompiles(String page) throws IOException {
    List<Path> snippets = new ArrayList<>();
    Matcher java = JAVA.matcher(read(page));
    while (java.find()) {
      Path snippet = sources.resolve("Snippet" + snippets.size() + ".java");
      snippets.add(Files.writeString(snippet, "package guide;\n\n" + java.group(1)));
    }
    assertThat(snippets).isNotEmpty();
    assertThat(Javac.compile(snippets, output, List.of()).diagnostics()).isEmpty();
    assertThat(output.resolve("guide/UserCrossfade.class")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"annotate.md", "transitions/rename.md", "descriptor-format.md"})
  void everyLinkLeadsSomewhere(String page) throws IOException {
    Path directory = docs(page).getParent();
    Matcher link = LINK.matcher(read(page));
    while (link.find()) {
      assertThat(directory.resolve(link.group(1))).exists();
    }
  }

  private static String read(String page) throws IOException {
    return Files.readString(docs(page));
  }

  private static Path docs(String page) {
    return Path.of("../docs").resolve(page);
  }
}
