package dev.crossfade.rewrite;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Phase;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Marker;
import dev.crossfade.sql.Usage;
import dev.crossfade.sql.internal.DeepStack;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.NameScan;
import dev.crossfade.sql.internal.Reading;
import dev.crossfade.sql.internal.Resolver;
import dev.crossfade.sql.internal.Rte;
import dev.crossfade.sql.internal.SimpleSelect;
import dev.crossfade.sql.internal.TableLookup;
import dev.crossfade.sql.internal.Watched;
import dev.crossfade.sql.internal.Words;
import dev.crossfade.sql.syntax.NotAccepted;
import dev.crossfade.sql.syntax.Parsed;
import dev.crossfade.sql.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites an application's statement for the phases of a moment, or refuses it. A statement that
 * touches no tracked column comes back as the same String object. Safe for use by several threads
 * if the catalog is; caches nothing by text.
 */
@SuppressWarnings("ReferenceEquality") // The same transitions are the same object.
public final class Rewriter {

  private volatile @Nullable Tables known;

  /**
   * Rewrites {@code sql}, which may hold several statements. Text that carries a {@link Marker} is
   * generated code's or was rewritten before, and comes back as it is.
   *
   * @throws CrossfadeException with the part that could not be proven and what to do; nothing was
   *     sent to the server
   */
  public Rewritten rewrite(String sql, PhaseSnapshot phases, Catalog catalog) {
    TableLookup lookup = lookup(phases, catalog);
    if (!lookup.mayTouch(sql) || Marker.find(sql) != null) {
      return Rewritten.unchanged(sql);
    }
    try {
      return DeepStack.call(() -> rewriteParsed(sql, phases, catalog, lookup));
    } catch (StackOverflowError tooDeep) {
      unparsed(sql, phases, new NotAccepted(0, "less nesting"));
      return Rewritten.unchanged(sql);
    }
  }

  /**
   * Rewrites {@code sql} for a result that the driver may update.
   *
   * @return null if {@link #rewrite} is what holds: the text stays as it is and writes one column,
   *     or no update through its result could be shown to reach both
   * @throws CrossfadeException as {@link #rewrite} does
   */
  public @Nullable Updatable rewriteUpdatable(String sql, PhaseSnapshot phases, Catalog catalog) {
    TableLookup lookup = lookup(phases, catalog);
    if (!lookup.mayTouch(sql) || Marker.find(sql) != null) {
      return null;
    }
    PhaseSnapshot reading = phases;
    for (Transition transition : phases.transitions().all()) {
      if (phases.of(transition) == Phase.FALLBACK_READ) {
        reading = reading.with(transition, Phase.DUAL_WRITE);
      }
    }
    PhaseSnapshot plain = reading;
    return DeepStack.call(() -> updatable(sql, plain, catalog, lookup));
  }

  private @Nullable Updatable updatable(
      String sql, PhaseSnapshot phases, Catalog catalog, TableLookup lookup) {
    SyntaxTree tree = Reading.of(sql).tree();
    if (tree == null || tree.statements().size() != 1) {
      return null;
    }
    dev.crossfade.sql.syntax.Statement part = tree.statements().get(0);
    SimpleSelect select = SimpleSelect.of(part);
    if (select == null) {
      return null;
    }
    Statement statement = Statement.of(tree, phases, catalog);
    List<Finding> findings = rewrite(part, statement, lookup);
    Rte table = table(findings, select);
    if (table == null || statement.substituted().contains(table)) {
      return null;
    }
    List<Updatable.Column> columns =
        Updatable.columns(statement.of(table.watched()), statement.phases());
    if (statement.splicer().isEmpty() && columns.size() == statement.of(table.watched()).size()) {
      return null;
    }
    Splicer splicer = statement.splicer();
    splicer.insert(select.listEnd()).text(Updatable.list(columns, table.aliasText()));
    splicer.insert(part.end()).text(" " + marker(tree, findings, statement).render());
    return new Updatable(splicer.build(true), columns);
  }

  /** The watched table that the query is of, or null if it names one elsewhere only. */
  private static @Nullable Rte table(List<Finding> findings, SimpleSelect select) {
    List<Rte> entries = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Ref ref) {
        entries.add(ref.rte());
      } else if (finding instanceof Finding.Star star) {
        star.from().forEach(node -> node.leaves(entries));
      }
    }
    for (Rte entry : entries) {
      if (entry.watched() != null
          && entry.place() != null
          && entry.place().start() == select.table()) {
        return entry;
      }
    }
    return null;
  }

  /**
   * Whether {@code sql} can not touch a table in transition, told by a scan without parsing: false
   * means "maybe".
   */
  public boolean cannotTouch(String sql, PhaseSnapshot phases, Catalog catalog) {
    return !lookup(phases, catalog).mayTouch(sql);
  }

  /**
   * Loads and warms what the first statement in transition would otherwise wait for. Meant for a
   * thread of its own.
   */
  public static void warmUp() {
    Reading.of("SELECT u.a AS b FROM t u WHERE u.a = ? ORDER BY u.a LIMIT 1");
    Reading.of("INSERT INTO t (a, b) VALUES (?, ?) ON CONFLICT (a) DO UPDATE SET b = 'x'");
    Reading.of("UPDATE t SET a = ? WHERE b = ? RETURNING *");
    Reading.of("DELETE FROM t WHERE a = ?");
  }

  private Rewritten rewriteParsed(
      String sql, PhaseSnapshot phases, Catalog catalog, TableLookup lookup) {
    Parsed parsed = Reading.of(sql);
    if (!(parsed instanceof SyntaxTree tree)) {
      unparsed(sql, phases, parsed);
      return Rewritten.unchanged(sql);
    }
    Statement statement = Statement.of(tree, phases, catalog);
    if (tree.statements().size() > 1 && Moves.within(sql)) {
      throw Refusal.MOVES.of(phases, phases.transitions().all());
    }
    for (dev.crossfade.sql.syntax.Statement part : tree.statements()) {
      int before = statement.splicer().size();
      List<Finding> findings = rewrite(part, statement, lookup);
      if (statement.splicer().size() > before) {
        statement
            .splicer()
            .insert(part.end())
            .text(" " + marker(tree, findings, statement).render());
      }
    }
    boolean dual = statement.dual()[0];
    if (!statement.splicer().isEmpty()) {
      return statement.splicer().build(dual);
    }
    boolean touches = !statement.met().isEmpty();
    return new Rewritten(sql, null, tree.parameters().length, dual, touches);
  }

  /** Rewrites one statement of the text; what it does with tables in transition. */
  private static List<Finding> rewrite(
      dev.crossfade.sql.syntax.Statement part, Statement statement, TableLookup lookup) {
    List<Finding> findings = Resolver.resolve(statement.sql(), part, statement.catalog(), lookup);
    Shared.check(findings, statement);
    Substitution.apply(findings, statement);
    Rewrites rewrites = new Rewrites(statement);
    for (Finding finding : findings) {
      finding.accept(rewrites);
    }
    return findings;
  }

  private static Marker marker(SyntaxTree sql, List<Finding> findings, Statement statement) {
    List<Marker.Step> steps = new ArrayList<>();
    Set<ColumnName> old = new LinkedHashSet<>();
    for (Transition transition : statement.met()) {
      steps.add(new Marker.Step(transition.id(), statement.phase(transition)));
      old.add(transition.tracked());
    }
    List<Usage> usages = new ArrayList<>();
    for (Usage usage : Analyzer.usages(sql, findings)) {
      if (old.contains(usage.column())) {
        usages.add(usage);
      }
    }
    return new Marker(steps, usages);
  }

  /** Text that could not be parsed passes only where no column of it would have to change. */
  private static void unparsed(String sql, PhaseSnapshot phases, Parsed parsed) {
    for (Transition transition : phases.transitions().all()) {
      if (!Words.contains(sql, transition.table().name())) {
        continue;
      }
      Phase phase = phases.of(transition);
      boolean harmless =
          phase == Phase.BEFORE && !Words.contains(sql, transition.newColumn())
              || phase == Phase.AFTER && !Words.contains(sql, transition.oldColumn());
      if (!harmless) {
        String at =
            parsed instanceof NotAccepted not
                ? "character " + (not.offset() + 1) + ", expected " + not.expected()
                : "";
        throw Refusal.UNPARSED.of(phases, List.of(transition), at);
      }
    }
  }

  private TableLookup lookup(PhaseSnapshot phases, Catalog catalog) {
    Tables tables = known;
    if (tables == null || tables.transitions != phases.transitions()) {
      tables = Tables.of(phases.transitions());
      known = tables;
    }
    return new TableLookup(tables.watched, tables.names, catalog);
  }

  /** What does not change as long as the declared transitions do not. */
  private record Tables(Transitions transitions, List<Watched> watched, NameScan names) {

    static Tables of(Transitions transitions) {
      Map<TableName, Set<String>> columns = new LinkedHashMap<>();
      for (Transition transition : transitions.all()) {
        Set<String> names = columns.computeIfAbsent(transition.table(), t -> new LinkedHashSet<>());
        names.add(transition.oldColumn());
        names.add(transition.newColumn());
      }
      return new Tables(
          transitions,
          columns.entrySet().stream().map(e -> new Watched(e.getKey(), e.getValue())).toList(),
          new NameScan(columns.keySet().stream().map(TableName::name).toList()));
    }
  }
}
