package dev.crossfade.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement; its span ends before the semicolon. */
public sealed interface Statement extends Node permits DataStatement, Statement.Other {

  /** What is not a {@link DataStatement}. */
  sealed interface Other extends Statement {}

  /**
   * COPY: of a table, or of a query in parentheses.
   *
   * @param columns the table's list with its parentheses, or null
   * @param to the direction
   * @param where the condition of COPY FROM
   */
  record Copy(
      int start,
      int end,
      @Nullable NamePath table,
      @Nullable ColumnList columns,
      @Nullable DataStatement query,
      boolean to,
      @Nullable Expr where)
      implements Other {
    @Override
    public List<Node> children() {
      return Parts.of(table, columns, query, where);
    }
  }

  /** {@code DECLARE c CURSOR FOR query}. */
  record DeclareCursor(int start, int end, Name name, Query query) implements Other {
    @Override
    public List<Node> children() {
      return List.of(name, query);
    }
  }

  /** {@code PREPARE name (types) AS statement}. */
  record Prepare(int start, int end, Name name, List<TypeName> types, DataStatement statement)
      implements Other {
    @Override
    public List<Node> children() {
      return Parts.of(name, types, statement);
    }
  }

  /** {@code EXECUTE name (arguments)}. */
  record Execute(int start, int end, Name name, List<Expr> arguments) implements Other {
    @Override
    public List<Node> children() {
      return Parts.of(name, arguments);
    }
  }

  /**
   * EXPLAIN.
   *
   * @param analyze whether the statement is executed
   */
  record Explain(int start, int end, boolean analyze, Statement statement) implements Other {
    @Override
    public List<Node> children() {
      return List.of(statement);
    }
  }

  /**
   * {@code CREATE TABLE … AS} or {@code CREATE MATERIALIZED VIEW … AS}.
   *
   * @param source a {@link Query} or an {@link Execute}
   */
  record CreateTableAs(
      int start,
      int end,
      boolean materializedView,
      NamePath name,
      List<Name> columns,
      Statement source)
      implements Other {
    @Override
    public List<Node> children() {
      return Parts.of(name, columns, source);
    }
  }

  /** {@code CREATE VIEW … AS query}. */
  record CreateView(int start, int end, NamePath name, List<Name> columns, Query query)
      implements Other {
    @Override
    public List<Node> children() {
      return Parts.of(name, columns, query);
    }
  }

  /** {@code CALL procedure(…)}. */
  record CallProcedure(int start, int end, Expr.Call call) implements Other {
    @Override
    public List<Node> children() {
      return List.of(call);
    }
  }

  /** {@code DO 'code'}. */
  record DoBlock(int start, int end) implements Other {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code TRUNCATE tables}. */
  record Truncate(int start, int end, List<TableRef> tables) implements Other {
    @Override
    public List<Node> children() {
      return Parts.of(tables);
    }
  }

  /** {@code LOCK tables}. */
  record Lock(int start, int end, List<TableRef> tables) implements Other {
    @Override
    public List<Node> children() {
      return Parts.of(tables);
    }
  }

  /**
   * A command that names no column and runs no code: SET, RESET, SHOW, BEGIN, COMMIT, SAVEPOINT,
   * FETCH, MOVE, CLOSE, LISTEN, NOTIFY, DEALLOCATE, DISCARD, CHECKPOINT, LOAD, ….
   *
   * @param words its leading key words in lower case: {@code "set"}, {@code "fetch"}
   */
  record Command(int start, int end, String words) implements Other {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * A statement that is not read further.
   *
   * @param words its leading key words in lower case: {@code "alter table"}, {@code "vacuum"}
   * @param ddl whether it may change a definition
   */
  record Opaque(int start, int end, String words, boolean ddl) implements Other {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }
}
