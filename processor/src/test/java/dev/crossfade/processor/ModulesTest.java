package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several modules on one class path: directories and jars, in one package or in several. */
class ModulesTest {

  private static final String DESCRIPTOR = "META-INF/crossfade/transitions.json";

  @TempDir private Path temporary;

  @Test
  void everyModulesTransitionsAreLoadedAndEveryDescriptorIsFound() throws IOException {
    Path users = module("users", "package shop; %s record User(long id, %s String b) {}", "a");
    Path orders = jar(module("orders", "package shop; %s record Order(long id, %s int b) {}", "x"));
    Path other = module("other", "package mail; %s record Letter(long id, %s int b) {}", "y");

    try (URLClassLoader loader = loader(users, orders, other)) {
      assertThat(Transitions.load(loader).all())
          .extracting(Transition::describe)
          .containsExactlyInAnyOrder(
              "\"user\".a -> \"user\".b", "\"order\".x -> \"order\".b", "letter.y -> letter.b");
      assertThat(declaredEntities(loader))
          .containsExactlyInAnyOrder("shop.User", "shop.Order", "mail.Letter");
    }
  }

  @Test
  void modulesThatDisagreeAreRefusedWhenLoaded() throws IOException {
    Path one = module("one", "package shop; %s record User(long id, %s String b) {}", "a");
    Path two =
        module(
            "two",
            "package mail; @dev.crossfade.annotation.Table(name = \"user\")"
                + " %s record Reader(long id, %s String c) {}",
            "a");
    try (URLClassLoader loader = loader(one, two)) {
      assertThatThrownBy(() -> Transitions.load(loader))
          .isInstanceOf(CrossfadeException.class)
          .hasMessageContaining("clashing-transitions");
    }
  }

  @Test
  void anEntityExtendsASuperclassOfAnotherModule() throws IOException {
    Path base =
        compile(
            "base",
            "package base; public abstract class Base {"
                + " @dev.crossfade.annotation.RenamedColumn(from = \"author\")"
                + " public String createdBy; }");
    Path memo =
        compile(
            "memo",
            "package shop; @dev.crossfade.annotation.Table(name = \"memos\")"
                + " class Memo extends base.Base { long id; }",
            "-cp",
            System.getProperty("java.class.path") + java.io.File.pathSeparator + base);
    assertThat(base.resolve(DESCRIPTOR)).doesNotExist();
    assertThat(Files.readString(memo.resolve(DESCRIPTOR)))
        .contains("\"memos\"", "\"author\"", "\"created_by\"", "\"shop.Memo\"");
  }

  @Test
  void aDescriptorIsJsonWhateverTheNamesHold() throws IOException {
    Path module =
        module(
            "odd",
            """
            package shop;
            @dev.crossfade.annotation.Table(name = "\\"a\\\\b \\t\\"\\"ü\\ud83d\\ude00\\"")
            %s record Odd(long id, %s String b) {}
            """,
            "\\\"c\\n{}\\\"");
    JsonNode transition =
        new ObjectMapper().readTree(module.resolve(DESCRIPTOR).toFile()).get("transitions").get(0);
    assertThat(transition.get("table").asText()).isEqualTo("a\\b \t\"ü\ud83d\ude00");
    assertThat(transition.get("oldColumn").asText()).isEqualTo("c\n{}");
    assertThat(transition.get("schema").isNull()).isTrue();
  }

  private static List<String> declaredEntities(ClassLoader loader) throws IOException {
    List<String> entities = new ArrayList<>();
    for (URL url : java.util.Collections.list(loader.getResources(DESCRIPTOR))) {
      JsonNode descriptor = new ObjectMapper().readTree(url.openStream());
      assertThat(descriptor.get("format").asInt()).isEqualTo(1);
      for (JsonNode transition : descriptor.get("transitions")) {
        entities.add(transition.get("entity").asText());
      }
    }
    return entities;
  }

  private Path module(String name, String source, String from) throws IOException {
    return compile(
        name,
        source.formatted("", "@dev.crossfade.annotation.RenamedColumn(from = \"" + from + "\")"));
  }

  private Path compile(String name, String source, String... options) throws IOException {
    Path output = Files.createDirectory(temporary.resolve(name));
    Path file = Files.writeString(temporary.resolve(name + ".java"), source);
    // The file's name is the module's: the types in it are not public, or stand in their own.
    Path directory = Files.createDirectory(temporary.resolve(name + "-sources"));
    Path own =
        Files.move(
            file, directory.resolve(source.contains("class Base") ? "Base.java" : name + ".java"));
    Javac compiled = Javac.compile(List.of(own), output, List.of(options));
    assertThat(compiled.complaints()).isEmpty();
    return output;
  }

  private Path jar(Path directory) throws IOException {
    Path jar = temporary.resolve(directory.getFileName() + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(
            new JarEntry(directory.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
      }
    }
    return jar;
  }

  private static URLClassLoader loader(Path... modules) throws IOException {
    URL[] urls = new URL[modules.length];
    for (int i = 0; i < modules.length; i++) {
      urls[i] = modules[i].toUri().toURL();
    }
    // Not below the tests' own class path, which declares transitions too.
    return new URLClassLoader(urls, new OnlyCrossfade());
  }

  /** Sees the runtime's classes, and no descriptor or provider of the tests. */
  private static final class OnlyCrossfade extends ClassLoader {
    OnlyCrossfade() {
      super(ModulesTest.class.getClassLoader());
    }

    @Override
    public URL getResource(String name) {
      return name.startsWith("META-INF/") ? null : super.getResource(name);
    }

    @Override
    public java.util.Enumeration<URL> getResources(String name) throws IOException {
      return name.startsWith("META-INF/")
          ? java.util.Collections.emptyEnumeration()
          : super.getResources(name);
    }
  }
}
