package dev.crossfade.sql.syntax;

import dev.crossfade.sql.syntax.Word.Category;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements by their first words, and where each ends. */
final class Statements {

  private final Rules rules;
  private final Cursor c;
  private final Definitions definitions;

  Statements(Rules rules) {
    this.rules = rules;
    this.c = rules.cursor;
    this.definitions = new Definitions(rules);
  }

  /** All statements of the text. */
  List<Statement> all() {
    List<Statement> statements = new ArrayList<>(1);
    while (true) {
      while (c.accept(';')) {
        // Empty statements mean nothing.
      }
      if (c.kind() == Tokens.END) {
        return List.copyOf(statements);
      }
      statements.add(statement());
      if (c.kind() != Tokens.END && !c.is(';')) {
        throw c.rejected("the end of the statement");
      }
    }
  }

  private Statement statement() {
    Word word = c.word();
    if (word == null) {
      return query();
    }
    return switch (word) {
      case COPY -> copy();
      case DECLARE -> declare();
      case PREPARE ->
          c.word(1) == Word.TRANSACTION && c.kind(2) == Tokens.STRING ? command() : prepare();
      case EXECUTE -> execute();
      case EXPLAIN -> explain();
      case CREATE -> definitions.create();
      case CALL -> callProcedure();
      case DO -> doBlock();
      case TRUNCATE -> truncate();
      case LOCK -> lock();
      case SET,
          RESET,
          SHOW,
          BEGIN,
          START,
          COMMIT,
          END,
          ROLLBACK,
          ABORT,
          SAVEPOINT,
          RELEASE,
          FETCH,
          MOVE,
          CLOSE,
          LISTEN,
          UNLISTEN,
          NOTIFY,
          DEALLOCATE,
          DISCARD,
          CHECKPOINT,
          LOAD ->
          command();
      case ALTER, DROP, GRANT, REVOKE, COMMENT, SECURITY, IMPORT, REASSIGN ->
          definitions.opaque(true);
      case VACUUM, ANALYZE, ANALYSE, REINDEX, REFRESH, CLUSTER -> definitions.opaque(false);
      default -> query();
    };
  }

  private Statement query() {
    Word word = c.word();
    boolean write =
        word == Word.INSERT || word == Word.UPDATE || word == Word.DELETE || word == Word.MERGE;
    if (!write && !c.startsQuery() && !c.opensQuery()) {
      throw c.rejected("a statement");
    }
    return rules.writes.dataStatement();
  }

  private Statement copy() {
    int start = c.start();
    c.next();
    if (c.accept('(')) {
      DataStatement query = rules.writes.dataStatement();
      c.expect(')');
      c.expect(Word.TO);
      target();
      copyOptions(false);
      return new Statement.Copy(start, c.lastEnd(), null, null, query, true, null);
    }
    c.accept(Word.BINARY);
    NamePath table = c.path();
    ColumnList columns = c.is('(') ? rules.writes.columns() : null;
    boolean to = c.accept(Word.TO);
    if (!to) {
      c.expect(Word.FROM);
    }
    target();
    Expr where = copyOptions(!to);
    return new Statement.Copy(start, c.lastEnd(), table, columns, null, to, where);
  }

  /** {@code 'file'}, {@code PROGRAM 'command'}, STDIN or STDOUT. */
  private void target() {
    if (!c.accept(Word.STDIN) && !c.accept(Word.STDOUT)) {
      c.accept(Word.PROGRAM);
      c.expect(Tokens.STRING, "a file");
    }
  }

  private @Nullable Expr copyOptions(boolean from) {
    int depth = 0;
    while (!c.is(';') && c.kind() != Tokens.END) {
      if (depth == 0 && c.accept(Word.WHERE)) {
        if (!from) {
          throw c.rejected("no condition");
        }
        return rules.expressions.expression();
      }
      if (c.is('(')) {
        depth++;
      } else if (c.is(')') && --depth < 0) {
        return null;
      }
      c.next();
    }
    if (depth != 0) {
      throw c.rejected("')'");
    }
    return null;
  }

  private Statement declare() {
    int start = c.start();
    c.next();
    Name name = c.name();
    while (c.accept(Word.BINARY)
        || c.accept(Word.INSENSITIVE)
        || c.accept(Word.ASENSITIVE)
        || c.accept(Word.NO)
        || c.accept(Word.SCROLL)) {
      // Any of them, in any order.
    }
    c.expect(Word.CURSOR);
    if (c.accept(Word.WITH) || c.accept(Word.WITHOUT)) {
      c.expect(Word.HOLD);
    }
    c.expect(Word.FOR);
    Query query = rules.queries.query();
    return new Statement.DeclareCursor(start, c.lastEnd(), name, query);
  }

  private Statement prepare() {
    int start = c.start();
    c.next();
    Name name = c.name();
    List<TypeName> types = new ArrayList<>(0);
    if (c.accept('(')) {
      do {
        types.add(rules.types.type());
      } while (c.accept(','));
      c.expect(')');
    }
    c.expect(Word.AS);
    DataStatement statement = rules.writes.dataStatement();
    return new Statement.Prepare(start, c.lastEnd(), name, List.copyOf(types), statement);
  }

  Statement.Execute execute() {
    int start = c.start();
    c.expect(Word.EXECUTE);
    Name name = c.name();
    List<Expr> arguments = List.of();
    if (c.accept('(')) {
      arguments = rules.expressions.list();
      c.expect(')');
    }
    return new Statement.Execute(start, c.lastEnd(), name, arguments);
  }

  private Statement explain() {
    int start = c.start();
    c.next();
    boolean analyze = false;
    if (c.is('(') && !c.opensQuery()) {
      c.next();
      do {
        boolean named = c.is(Word.ANALYZE) || c.is(Word.ANALYSE);
        c.label();
        boolean on = option();
        analyze = named ? on : analyze;
      } while (c.accept(','));
      c.expect(')');
    } else {
      analyze = c.accept(Word.ANALYZE) || c.accept(Word.ANALYSE);
      c.accept(Word.VERBOSE);
    }
    c.deeper();
    Statement statement = statement();
    c.shallower();
    if (!isExplainable(statement)) {
      throw new Rejected(statement.start(), "a statement that can be explained");
    }
    return new Statement.Explain(start, c.lastEnd(), analyze, statement);
  }

  private static boolean isExplainable(Statement statement) {
    return statement instanceof DataStatement
        || statement instanceof Statement.DeclareCursor
        || statement instanceof Statement.CreateTableAs
        || statement instanceof Statement.Execute
        || statement instanceof Statement.Opaque opaque && opaque.words().startsWith("refresh");
  }

  /** An option's value: false only if it says so. */
  private boolean option() {
    if (c.is(',') || c.is(')')) {
      return true;
    }
    if (c.kind() == Tokens.END) {
      throw c.rejected("')'");
    }
    String value = c.sql.substring(c.start(), c.tokenEnd()).replace("'", "");
    c.next();
    return !value.equalsIgnoreCase("false") && !value.equalsIgnoreCase("off") && !value.equals("0");
  }

  private Statement callProcedure() {
    int start = c.start();
    c.next();
    Word word = c.word();
    if (c.kind() != Tokens.QUOTED
        && (c.kind() != Tokens.WORD || word != null && word.category() == Category.RESERVED)) {
      throw c.rejected("a procedure");
    }
    Expr call = rules.primaries.named();
    if (!(call instanceof Expr.Call procedure)) {
      throw c.rejected("a call");
    }
    return new Statement.CallProcedure(start, c.lastEnd(), procedure);
  }

  private Statement doBlock() {
    int start = c.start();
    c.next();
    while (c.kind() == Tokens.STRING || c.kind() == Tokens.WORD || c.kind() == Tokens.QUOTED) {
      c.next();
    }
    return new Statement.DoBlock(start, c.lastEnd());
  }

  private Statement truncate() {
    int start = c.start();
    c.next();
    c.accept(Word.TABLE);
    List<TableRef> tables = c.tables();
    if (c.accept(Word.RESTART) || c.accept(Word.CONTINUE)) {
      c.expect(Word.IDENTITY);
    }
    if (!c.accept(Word.CASCADE)) {
      c.accept(Word.RESTRICT);
    }
    return new Statement.Truncate(start, c.lastEnd(), tables);
  }

  private Statement lock() {
    int start = c.start();
    c.next();
    c.accept(Word.TABLE);
    List<TableRef> tables = c.tables();
    if (c.accept(Word.IN)) {
      while (c.kind() == Tokens.WORD && !c.is(Word.NOWAIT)) {
        c.next();
      }
    }
    c.accept(Word.NOWAIT);
    return new Statement.Lock(start, c.lastEnd(), tables);
  }

  private Statement command() {
    int start = c.start();
    String words = c.sql.substring(start, c.tokenEnd()).toLowerCase(java.util.Locale.ROOT);
    definitions.skip(false);
    return new Statement.Command(start, c.lastEnd(), words);
  }
}
