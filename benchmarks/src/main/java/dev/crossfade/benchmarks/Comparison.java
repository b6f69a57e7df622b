package dev.crossfade.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints what was measured: a table a question, each candidate beside its baseline. */
final class Comparison {

  /** The parameters that tell baseline from candidate, with the baseline's value. */
  private static final Map<String, String> COMPARED = Map.of("way", "PLAIN", "agent", "NONE");

  private final List<Measured> all;

  Comparison(List<Measured> all) {
    this.all = all;
  }

  void print(PrintStream out) {
    Map<String, Map<String, List<Measured>>> questions = new LinkedHashMap<>();
    for (Measured measured : all) {
      // Candidates right below their baseline, whichever pass measured them.
      questions
          .computeIfAbsent(measured.question(), question -> new LinkedHashMap<>())
          .computeIfAbsent(measured.method() + subject(measured), subject -> new ArrayList<>())
          .add(measured);
    }
    questions.forEach(
        (question, subjects) -> {
          out.printf("%n%s: %s%n", question, question(question));
          subjects.values().forEach(group -> group.forEach(each -> out.println(row(each))));
        });
  }

  private static List<String> subject(Measured measured) {
    List<String> subject = new ArrayList<>();
    for (String name : measured.params().getParamsKeys()) {
      if (!COMPARED.containsKey(name)) {
        subject.add(measured.params().getParam(name));
      }
    }
    return subject;
  }

  private String row(Measured measured) {
    String compared = compared(measured);
    StringBuilder row = new StringBuilder("  ");
    row.append(
        String.format(
            "%-20s %-11s %-9s %10s",
            measured.method(),
            String.join(" ", subject(measured)),
            compared == null ? "" : measured.params().getParam(compared),
            time(measured)));
    Measured baseline = compared == null ? null : baseline(measured, compared);
    if (baseline != null && baseline != measured) {
      row.append(String.format("  %-18s", ratio(measured, baseline)));
      row.append(String.format(" %10s", more(measured, baseline)));
    } else if (!Double.isNaN(measured.allocation())) {
      row.append(" ".repeat(31));
    }
    if (!Double.isNaN(measured.allocation())) {
      row.append(String.format(" %12s", Figures.bytes(measured.allocation())));
    }
    return row.toString().stripTrailing();
  }

  private static String time(Measured measured) {
    return Figures.time(Figures.median(measured.times()));
  }

  /** Rounds are compared with each other, so that a machine that slows down slows both. */
  private static String ratio(Measured measured, Measured baseline) {
    double[] ratios = pairs(measured, baseline, true);
    String ratio = "×" + Figures.ratio(Figures.median(ratios));
    if (ratios.length == 1) {
      return ratio;
    }
    double least = Arrays.stream(ratios).min().orElseThrow();
    double most = Arrays.stream(ratios).max().orElseThrow();
    return ratio + " (" + Figures.ratio(least) + "–" + Figures.ratio(most) + ")";
  }

  private static String more(Measured measured, Measured baseline) {
    return Figures.more(Figures.median(pairs(measured, baseline, false)));
  }

  private static double[] pairs(Measured measured, Measured baseline, boolean divided) {
    double[] times = measured.times();
    double[] base = baseline.times();
    double[] pairs = new double[Math.min(times.length, base.length)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = divided ? times[i] / base[i] : times[i] - base[i];
    }
    return pairs;
  }

  private static @Nullable String compared(Measured measured) {
    for (String name : measured.params().getParamsKeys()) {
      if (COMPARED.containsKey(name)) {
        return name;
      }
    }
    return null;
  }

  private @Nullable Measured baseline(Measured candidate, String compared) {
    String value = COMPARED.get(compared);
    for (Measured measured : all) {
      if (value != null && measured.isBaselineOf(candidate, compared, value)) {
        return measured;
      }
    }
    return null;
  }

  private static String question(String benchmarkClass) {
    try {
      String name = Comparison.class.getPackageName() + "." + benchmarkClass;
      Question question = Class.forName(name).getAnnotation(Question.class);
      return question == null ? "" : question.value();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
