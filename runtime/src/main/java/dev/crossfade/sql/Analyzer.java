package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import dev.crossfade.sql.internal.DeepStack;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.NameScan;
import dev.crossfade.sql.internal.Reading;
import dev.crossfade.sql.internal.Resolver;
import dev.crossfade.sql.internal.TableLookup;
import dev.crossfade.sql.internal.Watched;
import dev.crossfade.sql.syntax.Statement;
import dev.crossfade.sql.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which tracked columns an SQL text uses, and how. Immutable; safe for use by several
 * threads.
 */
public final class Analyzer {

  private final List<ColumnName> tracked;
  private final List<Watched> watched;
  private final NameScan tables;
  private final NameScan names;

  /** Analyses for these columns. */
  public Analyzer(Collection<ColumnName> tracked) {
    this.tracked = List.copyOf(tracked);
    Map<TableName, Set<String>> columns = new LinkedHashMap<>();
    for (ColumnName column : tracked) {
      columns.computeIfAbsent(column.table(), t -> new LinkedHashSet<>()).add(column.column());
    }
    this.watched =
        columns.entrySet().stream().map(e -> new Watched(e.getKey(), e.getValue())).toList();
    List<String> named = new ArrayList<>(columns.keySet().stream().map(TableName::name).toList());
    this.tables = new NameScan(named);
    columns.values().forEach(named::addAll);
    this.names = new NameScan(named);
  }

  /** The columns this analyses for. */
  public List<ColumnName> tracked() {
    return tracked;
  }

  /**
   * Analyses {@code sql}, which may hold several statements and JDBC {@code ?} placeholders. Never
   * throws and never answers "nothing" for a text it does not understand but that holds a tracked
   * table's or column's name: that is {@link UsageKind#POSSIBLE}.
   */
  public Analysis analyze(String sql) {
    return analyze(sql, Catalog.unknown());
  }

  /** As {@link #analyze(String)}, with names resolved by {@code catalog}. */
  public Analysis analyze(String sql, Catalog catalog) {
    TableLookup lookup = new TableLookup(watched, tables, catalog);
    if (!names.maybeIn(sql) && !lookup.mayReach(sql)) {
      return new Analysis(sql, List.of(), null, true);
    }
    Usages usages = new Usages(sql);
    boolean parsed;
    try {
      parsed = DeepStack.call(() -> collect(sql, catalog, lookup, usages));
    } catch (StackOverflowError tooDeep) {
      parsed = false;
    }
    if (!parsed) {
      usages.unparsed(watched);
    }
    return new Analysis(sql, usages.list(), Marker.find(sql), parsed);
  }

  private static boolean collect(String sql, Catalog catalog, TableLookup lookup, Usages usages) {
    SyntaxTree tree = Reading.of(sql).tree();
    if (tree == null) {
      return false;
    }
    for (Statement statement : tree.statements()) {
      for (Finding finding : Resolver.resolve(tree, statement, catalog, lookup)) {
        finding.accept(usages);
      }
    }
    return true;
  }

  /** The usages of old columns that {@code findings} are, for a marker. */
  public static List<Usage> usages(SyntaxTree sql, Collection<Finding> findings) {
    Usages usages = new Usages(sql.sql());
    for (Finding finding : findings) {
      finding.accept(usages);
    }
    return usages.list();
  }
}
