package dev.crossfade.jdbc;

import dev.crossfade.activity.Activity;
import dev.crossfade.activity.RewriteKind;
import dev.crossfade.activity.TransitionActivity;
import dev.crossfade.activity.UnprovenStatement;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Strictness;
import dev.crossfade.model.Transition;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.sql.Analyzer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of statements under some phases, whatever data sources they come through.
 * Thread-safe. Bounded: of the statements that could not be proven the first {@value
 * #MOST_STATEMENTS} shapes are kept and logged one by one, and what comes after them is counted by
 * the refusal's id.
 */
public final class Recording {

  static final int MOST_STATEMENTS = 1_000;
  private static final int MOST_CHARACTERS = 2_000;

  private static final System.Logger LOG = System.getLogger("dev.crossfade.jdbc");

  /** By identity. A recording holds no phases, or they would never be collected. */
  private static final Map<Phases, Recording> ALL = new WeakHashMap<>();

  private static final Analyzer NORMALIZER = new Analyzer(List.of());

  private final Instant since = Instant.now();
  private final Map<Kind, LongAdder> rewrites = new ConcurrentHashMap<>();
  private final Map<Shape, Unproven> unproven = new ConcurrentHashMap<>();
  private volatile boolean observes;

  private record Kind(RewriteKind kind, List<Transition> transitions) {}

  private record Shape(String id, @Nullable String statement, List<Transition> transitions) {}

  private Recording() {}

  /** What was done so far under {@code phases}. */
  public static Activity activity(Phases phases) {
    return of(phases).snapshot(phases.snapshot());
  }

  static Recording of(Phases phases) {
    synchronized (ALL) {
      return ALL.computeIfAbsent(phases, key -> new Recording());
    }
  }

  /** Records that there are connections that observe. */
  void observes() {
    observes = true;
  }

  /** Where to count the executions of a text that was proven. */
  Tally rewritten(RewriteKind kind, List<Transition> transitions) {
    return new Tally(
        rewrites.computeIfAbsent(new Kind(kind, transitions), key -> new LongAdder()), null, false);
  }

  /** Counts and, the first time, logs a refusal. */
  void refused(Problem problem, String sql, List<Transition> transitions) {
    of(problem, sql, transitions, "A statement was refused.").refused();
  }

  /** Where to count the executions of a text that is passed through unproven; logs it once. */
  Tally passed(Problem problem, String sql, List<Transition> transitions, boolean mayDiverge) {
    String what =
        mayDiverge
            ? "A statement was passed through that may write one column of two: backfill and verify"
                + " before NEW_READ."
            : "A statement was passed through that strict mode refuses.";
    return new Tally(null, of(problem, sql, transitions, what), mayDiverge);
  }

  private Unproven of(Problem problem, String sql, List<Transition> transitions, String what) {
    String statement = normalized(sql);
    Shape shape = new Shape(problem.id(), statement, transitions);
    Unproven known = unproven.get(shape);
    if (known != null) {
      return known;
    }
    if (unproven.size() >= MOST_STATEMENTS) {
      statement = null;
      shape = new Shape(problem.id(), null, transitions);
    }
    Unproven fresh = new Unproven(problem, statement, transitions);
    known = unproven.putIfAbsent(shape, fresh);
    if (known != null) {
      return known;
    }
    String text = statement == null ? "and others, which are only counted" : statement;
    LOG.log(System.Logger.Level.WARNING, "{0}\n{1}\n  sql:   {2}", what, problem.render(), text);
    return fresh;
  }

  private static String normalized(String sql) {
    String normal = NORMALIZER.analyze(sql).normalizedSql();
    return normal.length() <= MOST_CHARACTERS
        ? normal
        : normal.substring(0, MOST_CHARACTERS) + " ...";
  }

  private Activity snapshot(PhaseSnapshot phases) {
    List<UnprovenStatement> statements = new ArrayList<>();
    for (Unproven each : unproven.values()) {
      statements.add(each.snapshot());
    }
    statements.sort(Comparator.comparing(UnprovenStatement::last).reversed());
    List<TransitionActivity> transitions = new ArrayList<>();
    for (Transition transition : phases.transitions().all()) {
      transitions.add(of(transition, phases, statements));
    }
    Strictness strictness = observes ? Strictness.OBSERVE : Strictness.STRICT;
    return new Activity(since, strictness, transitions, statements);
  }

  private TransitionActivity of(
      Transition transition, PhaseSnapshot phases, List<UnprovenStatement> statements) {
    Map<RewriteKind, Long> counts = new EnumMap<>(RewriteKind.class);
    for (Map.Entry<Kind, LongAdder> entry : rewrites.entrySet()) {
      if (entry.getKey().transitions().contains(transition)) {
        counts.merge(entry.getKey().kind(), entry.getValue().sum(), Long::sum);
      }
    }
    long refused = 0;
    long passed = 0;
    long diverging = 0;
    for (UnprovenStatement statement : statements) {
      if (statement.transitions().contains(transition)) {
        refused += statement.refused();
        passed += statement.passed();
        diverging += statement.diverging();
      }
    }
    return new TransitionActivity(
        transition, phases.of(transition), counts, refused, passed, diverging);
  }
}
