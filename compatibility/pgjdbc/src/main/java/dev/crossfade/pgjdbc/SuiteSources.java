package dev.crossfade.pgjdbc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The suite's sources, as pgjdbc publishes them on Maven Central, and their classes. */
final class SuiteSources {

  private static final String NAME = "postgresql-42.7.13-jdbc-src";
  private static final URI ARCHIVE =
      URI.create(
          "https://repo.maven.apache.org/maven2/org/postgresql/postgresql/42.7.13/"
              + NAME
              + ".tar.gz");
  private static final String SHA_512 =
      "fd73dbc257343eda08b4fabe3bcd68b6c0919cccbac5686ad6bc5e5682afdbbb"
          + "ba139a31275920b8135787654333e421745e430ea5b789f66f39b8632f0bc1bd";

  private final Path work;

  SuiteSources(Path work) {
    this.work = work;
  }

  Path root() {
    return work.resolve(NAME);
  }

  Path classes() {
    return work.resolve("classes");
  }

  Path resources() {
    return root().resolve("src/test/resources");
  }

  /** Downloads, unpacks and compiles what is not there yet. */
  void prepare() throws IOException, InterruptedException {
    if (!Files.exists(root())) {
      unpack(download());
    }
    Path done = work.resolve("compiled");
    if (!Files.exists(done)) {
      compile();
      Files.createFile(done);
    }
  }

  private Path download() throws IOException, InterruptedException {
    Path archive = work.resolve(NAME + ".tar.gz");
    if (!Files.exists(archive)) {
      System.out.println("downloading " + ARCHIVE);
      Path part = work.resolve(NAME + ".part");
      HttpResponse<Path> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(ARCHIVE).build(), HttpResponse.BodyHandlers.ofFile(part));
      if (response.statusCode() != 200) {
        throw new IOException(ARCHIVE + " answers " + response.statusCode());
      }
      Files.move(part, archive);
    }
    String found = sha512(archive);
    if (!found.equals(SHA_512)) {
      throw new IOException(archive + " is not what pgjdbc published: SHA-512 is " + found);
    }
    return archive;
  }

  private static String sha512(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-512", e);
    }
  }

  private void unpack(Path archive) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder("tar", "xzf", archive.toString(), "-C", work.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("tar ended with " + exit);
    }
  }

  private void compile() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root().resolve("src/test/java"))) {
      files = all.filter(f -> f.toString().endsWith(".java")).toList();
    }
    Files.createDirectories(classes());
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-nowarn",
              "-proc:none",
              "-parameters",
              "-Xlint:none",
              "-d",
              classes().toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          javac
              .getTask(
                  null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new IOException("the suite does not compile");
      }
    }
  }
}
