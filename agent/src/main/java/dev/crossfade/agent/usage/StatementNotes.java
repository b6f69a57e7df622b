package dev.crossfade.agent.usage;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.Phase;
import dev.crossfade.sql.Analysis;
import dev.crossfade.sql.Marker;
import dev.crossfade.sql.Usage;
import dev.crossfade.sql.UsageKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the note on an SQL text from its analysis. Where the text carries a transition's marker,
 * the application's usages are those that the marker names; what the text does physically is the
 * transition's own, until AFTER.
 */
final class StatementNotes {

  /** The kinds that a report has and the analysis has not. */
  private static final String FETCHED = "fetched";

  private static final String CONSUMED = "consumed";
  private static final String NOT_ANALYSED = "not-analysed";
  private static final int LONGEST_DETAIL = 2_000;

  private final Ledger ledger;
  private final BlindSpots blindSpots;

  StatementNotes(Ledger ledger, BlindSpots blindSpots) {
    this.ledger = ledger;
    this.blindSpots = blindSpots;
  }

  /** The note, which is {@link Tracking#untouched} if there is nothing to count. */
  Object of(Tracking tracking, String sql, long now) {
    Analysis analysis;
    try {
      analysis = tracking.analyze(sql);
    } catch (Throwable e) {
      // A text too deep for the stack must not be the one that is missed.
      blindSpots.saw(Blindness.HOOK_FAILED, Failures.describe(e));
      return possible(tracking, sql);
    }
    Marker marker = analysis.marker();
    List<Usage> usages = marker == null ? analysis.usages() : marked(marker, analysis.usages());
    if (usages.isEmpty() && marker == null) {
      return tracking.untouched;
    }
    List<UsageCounter> uses = new ArrayList<>();
    List<StatementNote.Star> stars = new ArrayList<>();
    List<Tally> tallies = new ArrayList<>();
    if (!usages.isEmpty()) {
      Ledger.Statement statement =
          ledger.statement(analysis.fingerprint(), analysis.normalizedSql());
      for (Usage usage : usages) {
        ColumnName column = tracking.declared(usage.column());
        if (usage.kind() == UsageKind.STAR) {
          stars.add(
              new StatementNote.Star(
                  column.column(),
                  statement.usage(column, FETCHED, blindSpots),
                  statement.usage(column, CONSUMED, blindSpots)));
        } else {
          uses.add(statement.usage(column, usage.kind().slug(), blindSpots));
        }
      }
      if (!analysis.parsed()) {
        tallies.add(blindSpots.at(Blindness.UNPARSED, cut(analysis.normalizedSql()), now));
      }
    }
    if (marker != null) {
      for (Marker.Step step : marker.steps()) {
        tallies.add(ledger.own(step.transition(), step.phase(), now));
      }
    }
    return new StatementNote(
        tracking, uses, stars, Results.comeBack(analysis.normalizedSql()), tallies);
  }

  /**
   * The application's usages in marked text: those that the marker names, and in AFTER every
   * physical one, for the transition's own text does not touch the old column there. What a person
   * wrote into or around a marked text would otherwise hide behind its marker.
   */
  private static List<Usage> marked(Marker marker, List<Usage> physical) {
    Set<Usage> usages = new LinkedHashSet<>(marker.applicationUsages());
    for (Usage usage : physical) {
      boolean own = false;
      for (Marker.Step step : marker.steps()) {
        own |=
            step.transition().table().mayBe(usage.column().table()) && step.phase() != Phase.AFTER;
      }
      if (!own) {
        usages.add(usage);
      }
    }
    return List.copyOf(usages);
  }

  private StatementNote possible(Tracking tracking, String sql) {
    List<UsageCounter> uses = new ArrayList<>();
    Ledger.Statement statement = ledger.statement(NOT_ANALYSED, NOT_ANALYSED);
    for (ColumnName column : tracking.columns().keySet()) {
      if (NameScan.contains(sql, column.table().name())) {
        uses.add(statement.usage(column, UsageKind.POSSIBLE.slug(), blindSpots));
      }
    }
    return new StatementNote(tracking, uses, List.of(), false, List.of());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + " …";
  }
}
