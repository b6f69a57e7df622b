package dev.crossfade.pgjdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs pgjdbc's own tests each {@link Way} on a PostgreSQL of its own, and prints what passes
 * directly and not through the proxy. Exit code 0: nothing but what {@link Known} explains; 1:
 * something else; 2: bad usage.
 */
public final class Suite {

  private static final String HELP =
      """
      usage: run.sh [--way direct|proxy|transition|absent]… [class …]
        --way    only that way (may be repeated); a comparison needs direct and one more,
                 and takes a way that is not named from the run before
        class    only these classes of the suite, e.g. org.postgresql.test.jdbc2.ResultSetTest
      """;

  private final SuiteSources sources;
  private final Path work;

  private Suite(Path work) {
    this.work = work;
    this.sources = new SuiteSources(work);
  }

  public static void main(String[] arguments) throws Exception {
    Set<Way> ways = new TreeSet<>();
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--way") && i + 1 < arguments.length) {
        ways.add(Way.of(arguments[++i]));
      } else if (arguments[i].startsWith("-")) {
        System.out.print(HELP);
        System.exit(arguments[i].equals("--help") ? 0 : 2);
      } else {
        classes.add(arguments[i]);
      }
    }
    if (ways.isEmpty()) {
      ways.addAll(Arrays.asList(Way.values()));
    }
    Path work = Path.of(System.getProperty("crossfade.suite.work", "target/pgjdbc-suite"));
    System.exit(new Suite(work.toAbsolutePath()).run(ways, classes) ? 0 : 1);
  }

  private boolean run(Set<Way> ways, List<String> classes) throws Exception {
    Files.createDirectories(work);
    sources.prepare();
    String prefix = classes.isEmpty() ? "all" : "some";
    Map<Way, Results> results = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      Path file = work.resolve(prefix + "-" + way.id() + ".tsv");
      if (ways.contains(way)) {
        run(way, file, classes);
        results.put(way, Results.read(file));
      } else if (classes.isEmpty() && Files.exists(file)) {
        results.put(way, Results.read(file));
      }
    }
    return compare(results, ways);
  }

  private boolean compare(Map<Way, Results> results, Set<Way> ways) throws Exception {
    results.forEach((way, result) -> System.out.printf("%-10s %s%n", way.id(), result.summary()));
    Results direct = results.get(Way.DIRECT);
    boolean clean = true;
    for (Way way : ways) {
      Results through = results.get(way);
      if (way == Way.DIRECT || direct == null || through == null) {
        continue;
      }
      List<Difference> differences = Difference.between(direct, through);
      Set<String> open = new TreeSet<>();
      differences.stream().filter(d -> d.known() == null).forEach(d -> open.add(d.className()));
      if (!open.isEmpty()) {
        differences = withoutFlaky(way, differences, List.copyOf(open));
      }
      long opening = direct.passedWithConnection();
      System.out.printf(
          "%n%s: of %d tests that open a connection and pass directly %d pass; %d do not%n",
          way.id(),
          opening,
          opening - differences.stream().filter(d -> d.direct().opened()).count(),
          differences.size());
      for (Difference difference : differences) {
        System.out.println(difference.describe());
        clean &= difference.known() != null;
      }
    }
    return clean;
  }

  /** Runs the classes that differ once more both ways, and keeps what differs again. */
  private List<Difference> withoutFlaky(Way way, List<Difference> first, List<String> classes)
      throws Exception {
    Path directFile = work.resolve("again-direct.tsv");
    Path throughFile = work.resolve("again-" + way.id() + ".tsv");
    run(Way.DIRECT, directFile, classes);
    run(way, throughFile, classes);
    Results direct = Results.read(directFile);
    Results through = Results.read(throughFile);
    List<Difference> again = new ArrayList<>();
    for (Difference difference : first) {
      boolean differs =
          difference.known() != null
              || direct.passed(difference.id()) && !through.passed(difference.id());
      if (differs) {
        again.add(difference);
      } else {
        System.out.println("flaky, alike when run again: " + difference.direct().shortId());
      }
    }
    return again;
  }

  private void run(Way way, Path results, List<String> classes)
      throws IOException, InterruptedException {
    System.out.println("running " + way.id() + " …");
    long start = System.nanoTime();
    try (SuiteServer server = SuiteServer.start(work, way)) {
      List<String> command = new ArrayList<>();
      String separator = System.getProperty("path.separator");
      String classPath =
          System.getProperty("java.class.path")
              + separator
              + sources.classes()
              + separator
              + sources.resources();
      if (way == Way.TRANSITION || way == Way.ABSENT) {
        classPath += separator + UntouchedTable.declare(work.resolve("transition"));
      }
      command.add(ProcessHandle.current().info().command().orElse("java"));
      command.add("-Xmx1536m");
      command.add("-javaagent:" + agent() + "=" + sources.classes());
      command.add("-D" + Way.PROPERTY + "=" + way.id());
      if (way == Way.TRANSITION) {
        // The suite casts to the driver's classes, which is refused beside a table in transition.
        command.add("-Dcrossfade.unwrap=allow");
      }
      command.add("-Dbuild.properties.relative.path=" + sources.root());
      command.add("-Dtest.url.PGPORT=" + server.port());
      command.addAll(List.of("-cp", classPath, TestRun.class.getName()));
      command.add(results.toString());
      command.add(sources.classes().toString());
      command.addAll(classes);
      Path log = work.resolve(way.id() + ".log");
      int exit =
          new ProcessBuilder(command)
              .directory(sources.root().toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      System.out.printf("  %d s, log %s%n", (System.nanoTime() - start) / 1_000_000_000, log);
      if (exit != 0) {
        throw new IllegalStateException("the suite's JVM ended with " + exit + ", see " + log);
      }
    }
  }

  private static String agent() {
    return Path.of(Suite.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
