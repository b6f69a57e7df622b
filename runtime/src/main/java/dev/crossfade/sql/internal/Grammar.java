package dev.crossfade.sql.internal;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SqlContext;

/**
 * The generated PostgreSQL grammar behind one method. Its prediction caches are ours, not the
 * generated classes' static ones, so that they can be dropped when they have grown: the grammar's
 * own grow without a bound. Safe for use by several threads.
 */
final class Grammar {

  /** Beyond this many cached prediction states (some 50 MB) the caches start anew. */
  private static final int MAX_STATES = 100_000;

  private static final int CHECK_EVERY = 256;

  private static volatile Caches caches = new Caches();

  private Grammar() {}

  /** The tree of {@code masked}, or null if the grammar does not accept it. */
  static @Nullable SqlContext parse(String masked) {
    Caches current = caches;
    if (current.full()) {
      current = new Caches();
      caches = current;
    }
    try {
      SQLLexer lexer = new SQLLexer(CharStreams.fromString(masked));
      lexer.removeErrorListeners();
      lexer.setInterpreter(
          new LexerATNSimulator(lexer, SQLLexer._ATN, current.lexer, current.lexerContexts));
      CommonTokenStream tokens = new CommonTokenStream(lexer);
      SQLParser parser = new SQLParser(tokens);
      parser.removeErrorListeners();
      parser.setErrorHandler(new BailErrorStrategy());
      ParserATNSimulator simulator =
          new ParserATNSimulator(parser, SQLParser._ATN, current.parser, current.parserContexts);
      parser.setInterpreter(simulator);
      simulator.setPredictionMode(PredictionMode.SLL);
      try {
        return parser.sql();
      } catch (ParseCancellationException sllFailed) {
        // SLL rejects a few valid texts; only full LL may say that one is not SQL.
        tokens.seek(0);
        parser.reset();
        simulator.setPredictionMode(PredictionMode.LL);
        return parser.sql();
      }
    } catch (ParseCancellationException notAccepted) {
      return null;
    }
  }

  private static final class Caches {
    final DFA[] parser = dfas(SQLParser._ATN);
    final PredictionContextCache parserContexts = new PredictionContextCache();
    final DFA[] lexer = lexerDfas();
    final PredictionContextCache lexerContexts = new PredictionContextCache();
    private int parses;

    /** Counting is approximate under races, which only moves the moment of the next look. */
    boolean full() {
      if (++parses % CHECK_EVERY != 0) {
        return false;
      }
      int states = 0;
      for (DFA dfa : parser) {
        states += dfa.states.size();
      }
      return states > MAX_STATES;
    }

    private static DFA[] dfas(org.antlr.v4.runtime.atn.ATN atn) {
      DFA[] dfas = new DFA[atn.getNumberOfDecisions()];
      for (int i = 0; i < dfas.length; i++) {
        dfas[i] = new DFA(atn.getDecisionState(i), i);
      }
      return dfas;
    }

    private static DFA[] lexerDfas() {
      return dfas(SQLLexer._ATN);
    }
  }
}
