package dev.crossfade.sql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.testing.Postgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that nobody would write: whatever they are, the server and we agree on them. */
class MutationTest {

  private static final long SEED = Long.getLong("crossfade.random.seed", 20261120);
  private static final int MUTATIONS = Integer.getInteger("crossfade.random.mutations", 6000);

  private final Random random = new Random(SEED);

  /**
   * Statements whose tokens are deleted, doubled, exchanged and mixed. Utility statements, read no
   * further than to their end, may be accepted where the server refuses them, which is harmless: it
   * does then.
   */
  @Test
  void theServerAndWeAgreeOnMixedTokens() throws SQLException {
    List<List<String>> statements = new ArrayList<>();
    for (Corpus statement : Corpus.all()) {
      List<String> tokens = tokens(statement.sql());
      if (!tokens.isEmpty()) {
        statements.add(tokens);
      }
    }
    List<String> missed = new ArrayList<>();
    List<String> beyond = new ArrayList<>();
    int accepted = 0;
    int version;
    try (ServerGrammar server = new ServerGrammar(Postgres.database())) {
      version = server.version();
      for (int i = 0; i < MUTATIONS; i++) {
        String sql = String.join(" ", mixed(statements));
        Parsed parsed = Parser.parse(sql, false);
        SyntaxTree tree = parsed.tree();
        assertThat(tree == null ? null : Structure.fault(tree)).as(sql).isNull();
        String objection = server.objection(sql);
        if (objection == null && tree == null) {
          missed.add(parsed + ": " + sql);
        } else if (objection == null) {
          accepted++;
        } else if (tree != null && isRead(tree)) {
          beyond.add(objection + ": " + sql);
        }
      }
    }
    System.out.printf(
        "mixed tokens: seed %d, %d texts, %d accepted by both, %d by us alone:%n%s%n",
        SEED, MUTATIONS, accepted, beyond.size(), String.join("\n", beyond));
    // PostgreSQL 13 has postfix operators of any name, and before 16 json_object is a name as any.
    assertThat(missed.size())
        .as("seed " + SEED + ": " + missed)
        .isLessThanOrEqualTo(version < 16 ? MUTATIONS / 1000 : 0);
    // Empty lists of OVERLAPS, WITH TIES without ORDER BY and their like.
    assertThat(beyond.size()).as("seed " + SEED).isLessThan(MUTATIONS / 100);
  }

  @Test
  void changedCharactersNeverThrow() {
    List<Corpus> corpus = Corpus.all();
    for (int i = 0; i < 5 * MUTATIONS; i++) {
      StringBuilder sql = new StringBuilder(corpus.get(random.nextInt(corpus.size())).sql());
      for (int change = random.nextInt(3); change >= 0 && sql.length() > 1; change--) {
        int at = random.nextInt(sql.length());
        switch (random.nextInt(4)) {
          case 0 -> sql.deleteCharAt(at);
          case 1 -> sql.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
          case 2 -> sql.setLength(at);
          default -> sql.setCharAt(at, "'\"$()[]{}.,;:?*-/\\\u0000é".charAt(random.nextInt(20)));
        }
      }
      answered(sql.toString());
    }
  }

  @Test
  void everyPrefixIsAnswered() {
    for (Corpus statement : Corpus.all()) {
      for (int end = 0; end <= statement.sql().length(); end++) {
        answered(statement.sql().substring(0, end));
      }
    }
  }

  private static void answered(String sql) {
    for (boolean placeholders : new boolean[] {true, false}) {
      Parsed parsed = Parser.parse(sql, placeholders);
      SyntaxTree tree = parsed.tree();
      if (tree != null) {
        assertThat(Structure.fault(tree)).as(sql).isNull();
      } else {
        assertThat(((NotAccepted) parsed).offset()).as(sql).isBetween(0, sql.length());
      }
    }
  }

  /** Whether all of the text's statements are read to their ends. */
  private static boolean isRead(SyntaxTree tree) {
    return tree.statements().stream()
        .allMatch(
            s ->
                s instanceof DataStatement
                    || s instanceof Statement.DeclareCursor
                    || s instanceof Statement.Prepare);
  }

  private List<String> mixed(List<List<String>> statements) {
    List<String> tokens = new ArrayList<>(any(statements));
    for (int change = random.nextInt(2); change >= 0 && !tokens.isEmpty(); change--) {
      int at = random.nextInt(tokens.size());
      List<String> other = any(statements);
      int from = random.nextInt(other.size());
      switch (random.nextInt(6)) {
        case 0 -> tokens.remove(at);
        case 1 -> tokens.add(at, other.get(from));
        case 2 -> tokens.set(at, other.get(from));
        case 3 -> Collections.swap(tokens, at, random.nextInt(tokens.size()));
        case 4 -> tokens.addAll(at, other.subList(from, Math.min(from + 4, other.size())));
        default -> {
          tokens.subList(at, tokens.size()).clear();
          tokens.addAll(other.subList(from, other.size()));
        }
      }
    }
    return tokens;
  }

  private List<String> any(List<List<String>> statements) {
    return statements.get(random.nextInt(statements.size()));
  }

  private static List<String> tokens(String sql) {
    List<String> texts = new ArrayList<>();
    try {
      Tokens tokens = Lexer.read(sql, false);
      for (int i = 0; i < tokens.size - 1; i++) {
        texts.add(sql.substring(tokens.starts[i], tokens.ends[i]));
      }
    } catch (Rejected noTokens) {
      return List.of();
    }
    return texts;
  }
}
