package dev.crossfade.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The compiler of the JDK that runs the tests.
 *
 * @param diagnostics what it said
 * @param output the classes, resources and generated sources
 */
record Javac(List<Diagnostic<? extends JavaFileObject>> diagnostics, Path output) {

  /** Compiles with the processor, and with {@code others} before it. */
  static Javac compile(List<Path> sources, Path output, List<String> options, Processor... others) {
    List<Processor> processors = new ArrayList<>(List.of(others));
    processors.add(new CrossfadeProcessor());
    return run(sources, output, options, processors);
  }

  /** Compiles without any processor. */
  static Javac compilePlainly(List<Path> sources, Path output, List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.add("-proc:none");
    return run(sources, output, all, List.of());
  }

  private static Javac run(
      List<Path> sources, Path output, List<String> options, List<Processor> processors) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> all =
        new ArrayList<>(
            List.of(
                "-d",
                output.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--release",
                "17"));
    all.addAll(options);
    try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              diagnostics,
              all,
              null,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Javac(List.copyOf(diagnostics.getDiagnostics()), output);
  }

  /** Everything said that is worse than a note. */
  List<Diagnostic<? extends JavaFileObject>> complaints() {
    return diagnostics.stream().filter(said -> said.getKind() != Diagnostic.Kind.NOTE).toList();
  }

  String read(String path) {
    try {
      return Files.readString(output.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java files below a directory of the tests' resources. */
  static List<Path> sourcesBelow(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
