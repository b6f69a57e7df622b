package dev.crossfade.sql.internal;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.syntax.DataStatement;
import dev.crossfade.sql.syntax.Name;
import dev.crossfade.sql.syntax.NamePath;
import dev.crossfade.sql.syntax.Node;
import dev.crossfade.sql.syntax.Query;
import dev.crossfade.sql.syntax.Statement;
import dev.crossfade.sql.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks one statement and finds what it does with watched tables: which entry of which FROM clause
 * each name belongs to (PostgreSQL documentation, sections 4.2.1 and 7.2). For one statement, one
 * thread.
 */
public final class Resolver {

  final SyntaxTree sql;
  final Catalog catalog;
  final Watched.Lookup lookup;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Watched> touched = new ArrayList<>();
  private final Expressions expressions = new Expressions(this);
  private final Queries queries = new Queries(this);
  private final Writes writes = new Writes(this);

  private Resolver(SyntaxTree sql, Catalog catalog, Watched.Lookup lookup) {
    this.sql = sql;
    this.catalog = catalog;
    this.lookup = lookup;
  }

  /**
   * What {@code statement} does with watched tables, in the order of the text as far as it matters.
   *
   * @throws StackOverflowError if it nests too deep for this thread; the caller treats it as not
   *     parsed
   */
  public static List<Finding> resolve(
      SyntaxTree sql, Statement statement, Catalog catalog, Watched.Lookup lookup) {
    Resolver resolver = new Resolver(sql, catalog, lookup);
    resolver.statement(statement, new Scope(null));
    return resolver.findings;
  }

  private void statement(Statement statement, Scope top) {
    if (statement instanceof DataStatement data) {
      data(data, top, Queries.Sink.CLIENT);
    } else if (statement instanceof Statement.Explain explain) {
      statement(explain.statement(), top);
    } else if (statement instanceof Statement.DeclareCursor cursor) {
      queries.select(cursor.query(), top, Queries.Sink.LATER);
    } else if (statement instanceof Statement.Prepare prepare) {
      data(prepare.statement(), top, Queries.Sink.LATER);
    } else if (statement instanceof Statement.Execute execute) {
      expressions.visitAll(execute.arguments(), top);
    } else if (statement instanceof Statement.CallProcedure procedure) {
      expressions.visit(procedure.call(), top);
    } else if (statement instanceof Statement.Copy copy) {
      copy(copy, top);
    } else if (statement instanceof Statement.CreateTableAs table && !table.materializedView()) {
      if (table.source() instanceof Query query) {
        queries.select(query, top, Queries.Sink.LATER);
      } else {
        statement(table.source(), top);
      }
    } else if (statement instanceof Statement.DoBlock) {
      opaque(statement, false, true);
    } else if (!namesNoColumn(statement)) {
      opaque(statement, true, definesCode(statement));
    }
  }

  private static boolean namesNoColumn(Statement statement) {
    return statement instanceof Statement.Command
        || statement instanceof Statement.Truncate
        || statement instanceof Statement.Lock;
  }

  private static boolean definesCode(Statement statement) {
    return statement instanceof Statement.Opaque opaque
        && (opaque.words().contains("function") || opaque.words().contains("procedure"));
  }

  /** Runs a data statement; its output columns are those of the SELECT or of RETURNING. */
  List<Rte.Output> data(DataStatement data, Scope scope, Queries.Sink sink) {
    return data instanceof Query query
        ? queries.select(query, scope, sink)
        : writes.statement(data, scope, sink);
  }

  void add(Finding finding) {
    findings.add(finding);
  }

  Expressions expressions() {
    return expressions;
  }

  Queries queries() {
    return queries;
  }

  /** The watched tables met so far. */
  List<Watched> touched() {
    return touched;
  }

  /** The entry for a table named in FROM or as a target. */
  Rte table(NamePath name, @Nullable Name alias, boolean renamed) {
    TableName written = Targets.table(name);
    var relation = catalog.relation(written);
    Watched watched = lookup.find(written, relation);
    if (watched != null) {
      touched.add(watched);
    }
    String nameText = sql.text(name.last());
    return alias == null
        ? Rte.table(written.name(), nameText, nameText, written, relation, watched, renamed)
        : Rte.table(alias.value(), sql.text(alias), nameText, written, relation, watched, renamed);
  }

  /** Finds what a FROM item reads that is a view over a watched table. */
  void views(TableName written) {
    for (Watched reached : lookup.all()) {
      for (String column : throughView(reached, written)) {
        add(new Finding.IndirectRead(reached, column));
      }
    }
  }

  /** The watched columns that the query of the view {@code written} reads. */
  List<String> throughView(Watched reached, TableName written) {
    List<String> columns = new ArrayList<>();
    if (catalog.reaching(reached.table()).contains(written.name())) {
      for (String column : reached.columns()) {
        ColumnName name = new ColumnName(reached.table(), column);
        if (catalog.viewsReading(name).contains(written.name())) {
          columns.add(column);
        }
      }
    }
    return columns;
  }

  private void copy(Statement.Copy copy, Scope outer) {
    if (copy.query() instanceof Query query) {
      queries.select(query, outer, Queries.Sink.COUNTED);
    } else if (copy.query() != null) {
      data(copy.query(), outer, Queries.Sink.LATER);
    } else if (copy.table() != null) {
      Rte target =
          copy.to() ? table(copy.table(), null, false) : writes.inserted(copy.table(), null);
      if (target.watched() != null) {
        add(new Finding.Copy(copy, target));
      }
      if (copy.where() != null) {
        Scope scope = new Scope(outer);
        scope.add(new FromNode.Leaf(target));
        expressions.visit(copy.where(), scope);
      }
    }
  }

  /** The row type that a type's name stands for. */
  void type(NamePath name) {
    TableName table = Targets.table(name);
    Watched watched = lookup.find(table, catalog.relation(table));
    if (watched != null) {
      add(new Finding.RowType(watched));
    }
  }

  /**
   * Text that is not analysed further: its names, and the words of its literals, are compared with
   * the watched ones.
   *
   * @param code whether it is code that may put a table's name together while it runs
   */
  private void opaque(Node node, boolean ddl, boolean code) {
    String text = sql.text(node);
    for (Watched watched : lookup.all()) {
      boolean table = lookup.isNamed(watched, text);
      boolean named = false;
      if (table || code) {
        for (String column : watched.columns()) {
          if (Words.contains(text, column)) {
            named = true;
            add(new Finding.Opaque(watched, column, ddl));
          }
        }
      }
      if (!named && table) {
        add(new Finding.Opaque(watched, null, ddl));
      }
    }
  }
}
