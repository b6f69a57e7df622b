package dev.crossfade.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints what was measured: a table a question, each candidate beside its baseline. */
final class Comparison {

  /** The groups of each question: what differs in the compared parameter only. */
  private final Map<String, Map<String, List<Measured>>> questions = new LinkedHashMap<>();

  Comparison(List<Measured> all) {
    for (Measured measured : all) {
      questions
          .computeIfAbsent(measured.question(), question -> new LinkedHashMap<>())
          .computeIfAbsent(measured.method() + measured.subject(), group -> new ArrayList<>())
          .add(measured);
    }
  }

  void print(PrintStream out) {
    questions.forEach(
        (question, groups) -> {
          out.printf("%n%s: %s%n", question, text(question));
          groups.values().forEach(group -> print(group, out));
        });
  }

  private static void print(List<Measured> group, PrintStream out) {
    Measured baseline = null;
    for (Measured measured : group) {
      if (measured.isBaseline()) {
        baseline = measured;
      }
    }
    for (Measured measured : group) {
      out.println(row(measured, measured.isBaseline() ? null : baseline));
    }
  }

  private static String row(Measured measured, @Nullable Measured baseline) {
    String compared = measured.compared();
    return String.format(
            Locale.ROOT,
            "  %-20s %-10s %-8s %10s  %-18s %10s %14s",
            measured.method(),
            String.join(" ", measured.subject()),
            compared == null ? "" : measured.params().getParam(compared),
            Figures.time(Figures.median(measured.times())),
            baseline == null ? "" : ratio(measured, baseline),
            baseline == null ? "" : more(measured, baseline),
            Double.isNaN(measured.allocation()) ? "" : Figures.bytes(measured.allocation()))
        .stripTrailing();
  }

  /** Rounds are compared with each other, so that a machine that slows down slows both. */
  private static String ratio(Measured measured, Measured baseline) {
    double[] ratios = measured.times();
    double[] base = baseline.times();
    ratios = Arrays.copyOf(ratios, Math.min(ratios.length, base.length));
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] /= base[i];
    }
    String ratio = "×" + Figures.ratio(Figures.median(ratios));
    if (ratios.length == 1) {
      return ratio;
    }
    Arrays.sort(ratios);
    String least = Figures.ratio(ratios[0]);
    String most = Figures.ratio(ratios[ratios.length - 1]);
    return ratio + " (" + least + "–" + most + ")";
  }

  private static String more(Measured measured, Measured baseline) {
    return Figures.more(Figures.median(measured.times()) - Figures.median(baseline.times()));
  }

  private static String text(String benchmarkClass) {
    try {
      String name = Comparison.class.getPackageName() + "." + benchmarkClass;
      Question question = Class.forName(name).getAnnotation(Question.class);
      return question == null ? "" : question.value();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
