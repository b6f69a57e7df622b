package dev.crossfade.sql;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import dev.crossfade.sql.internal.DeepStack;
import dev.crossfade.sql.internal.Finding;
import dev.crossfade.sql.internal.ParsedSql;
import dev.crossfade.sql.internal.Resolver;
import dev.crossfade.sql.internal.TableLookup;
import dev.crossfade.sql.internal.Watched;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/**
 * Tells which tracked columns an SQL text uses, and how. Immutable; safe for use by several
 * threads.
 */
public final class Analyzer {

  private final List<ColumnName> tracked;
  private final List<Watched> watched;

  /** Analyses for these columns. */
  public Analyzer(Collection<ColumnName> tracked) {
    this.tracked = List.copyOf(tracked);
    Map<TableName, Set<String>> columns = new LinkedHashMap<>();
    for (ColumnName column : tracked) {
      columns.computeIfAbsent(column.table(), t -> new LinkedHashSet<>()).add(column.column());
    }
    this.watched =
        columns.entrySet().stream().map(e -> new Watched(e.getKey(), e.getValue())).toList();
  }

  /** The columns this analyses for. */
  public List<ColumnName> tracked() {
    return tracked;
  }

  /**
   * Analyses {@code sql}, which may hold several statements and JDBC {@code ?} placeholders. Never
   * throws and never answers "nothing" for a text it does not understand but that holds a tracked
   * table's name: that is {@link UsageKind#POSSIBLE}.
   */
  public Analysis analyze(String sql) {
    return analyze(sql, Catalog.unknown());
  }

  /** As {@link #analyze(String)}, with names resolved by {@code catalog}. */
  public Analysis analyze(String sql, Catalog catalog) {
    String normal = NormalSql.of(sql);
    String fingerprint = NormalSql.fingerprint(normal);
    TableLookup lookup = new TableLookup(watched, catalog);
    if (!lookup.mayTouch(sql)) {
      return new Analysis(normal, fingerprint, List.of(), null, true);
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
    return new Analysis(normal, fingerprint, usages.list(), Marker.find(sql), parsed);
  }

  private static boolean collect(String sql, Catalog catalog, TableLookup lookup, Usages usages) {
    ParsedSql parsed = ParsedSql.parse(sql);
    for (StatementContext statement : parsed.statements()) {
      for (Finding finding : Resolver.resolve(parsed, statement, catalog, lookup)) {
        usages.add(finding, parsed);
      }
    }
    return parsed.tree() != null;
  }

  /** The usages of old columns that {@code findings} are, for a marker. */
  public static List<Usage> usages(ParsedSql sql, Collection<Finding> findings) {
    Usages usages = new Usages(sql.text().original());
    for (Finding finding : findings) {
      usages.add(finding, sql);
    }
    return usages.list();
  }
}
