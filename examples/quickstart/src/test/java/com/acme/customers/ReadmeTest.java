package com.acme.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java in the project's README is this example's, which is compiled and run. */
class ReadmeTest {

  private static final Path ROOT = Path.of("../..");
  private static final Path SOURCES = Path.of("src/main/java/com/acme/customers");

  @Test
  void itsJavaIsTheExamples() throws IOException {
    String sources =
        squeezed(Files.readString(SOURCES.resolve("Customer.java")))
            + squeezed(Files.readString(SOURCES.resolve("Customers.java")));
    List<String> snippets = found("```java\n(.*?)```", 1);
    assertThat(snippets).hasSize(2);
    assertThat(snippets).allSatisfy(snippet -> assertThat(sources).contains(squeezed(snippet)));
  }

  @Test
  void itsLinksLeadSomewhere() throws IOException {
    List<String> links = found("\\]\\(([^):]+)\\)", 1);
    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
  }

  private static List<String> found(String pattern, int group) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map((MatchResult match) -> match.group(group))
        .toList();
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
