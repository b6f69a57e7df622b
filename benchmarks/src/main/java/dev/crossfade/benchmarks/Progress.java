package dev.crossfade.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * One line a measurement, where JMH prints a page. Of one that fails, all that JMH says is printed.
 */
final class Progress implements OutputFormat {

  private final PrintStream out;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private String current = "";
  private int measured;
  private int failed;

  Progress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    said.reset();
    current = Measured.shortName(params.getBenchmark()) + " " + describe(params);
  }

  private static String describe(BenchmarkParams params) {
    return params.getParamsKeys().stream().map(params::getParam).collect(Collectors.joining(" "));
  }

  @Override
  public void endBenchmark(@Nullable BenchmarkResult result) {
    measured++;
    String text = said.toString(StandardCharsets.UTF_8);
    if (result == null || text.contains("<failure>")) {
      failed++;
      out.printf("%4d  %-66s FAILED%n%s", measured, current, text);
    } else {
      double nanos = result.getPrimaryResult().getScore();
      out.printf("%4d  %-66s %s%n", measured, current, Figures.time(nanos));
    }
  }

  /** How many measurements failed. */
  int failed() {
    return failed;
  }

  @Override
  public void print(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void println(String line) {
    print(line + System.lineSeparator());
  }

  @Override
  public void verbosePrintln(String line) {
    // Nobody asked for that much.
  }

  @Override
  public void write(int b) {
    said.write(b);
  }

  @Override
  public void write(byte[] bytes) {
    said.writeBytes(bytes);
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    flush();
  }

  @Override
  public void iteration(BenchmarkParams params, IterationParams iteration, int number) {
    // A line a measurement is enough.
  }

  @Override
  public void iterationResult(
      BenchmarkParams params, IterationParams iteration, int number, IterationResult result) {
    // A line a measurement is enough.
  }

  @Override
  public void startRun() {
    // A run is one pass of several.
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    // A run is one pass of several.
  }
}
