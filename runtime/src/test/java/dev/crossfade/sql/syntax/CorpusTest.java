package dev.crossfade.sql.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.testing.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Statements over all of the grammar, with the server as the oracle of what is one. */
class CorpusTest {

  private static ServerGrammar server;

  @BeforeAll
  static void connect() throws SQLException {
    server = new ServerGrammar(Postgres.database());
  }

  @AfterAll
  static void close() throws SQLException {
    server.close();
  }

  @Test
  void whatTheServerAcceptsIsAccepted() throws SQLException {
    List<String> refused = new ArrayList<>();
    int accepted = 0;
    for (Corpus statement : Corpus.all()) {
      if (server.objection(statement.sql()) == null
          && !statement.mark().startsWith("refused since")) {
        accepted++;
        if (Parser.parse(statement.sql(), false) instanceof NotAccepted reason) {
          refused.add(reason + ": " + statement);
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(accepted).isGreaterThan(400);
  }

  @Test
  void whatNoVersionAcceptsIsRefusedButForWhatIsMarked() {
    List<String> wrong = new ArrayList<>();
    for (Corpus statement : Corpus.all()) {
      if (Parser.parse(statement.sql(), false).tree() != null != statement.isAcceptedByUs()) {
        wrong.add(statement.toString());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theMarksAreWhatTheServerSays() throws SQLException {
    List<String> wrong = new ArrayList<>();
    int version = server.version();
    for (Corpus statement : Corpus.all()) {
      String objection = server.objection(statement.sql());
      if ((objection == null) != statement.isAcceptedBy(version)) {
        wrong.add(statement + " is for PostgreSQL " + version + ": " + objection);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyTreeIsInOrder() {
    List<String> wrong = new ArrayList<>();
    for (Corpus statement : Corpus.all()) {
      for (boolean placeholders : new boolean[] {true, false}) {
        SyntaxTree tree = Parser.parse(statement.sql(), placeholders).tree();
        String fault = tree == null ? null : Structure.fault(tree);
        if (fault != null) {
          wrong.add(statement + ": " + fault);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** The fixtures of the rewrites hold what applications write. */
  @Test
  void everyStatementOfTheFixturesIsAccepted() throws IOException {
    List<String> wrong = new ArrayList<>();
    int statements = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/rewrites"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        String[] blocks = Files.readString(file).split("(?m)^-- test: .*\n");
        for (int i = 1; i < blocks.length; i++) {
          String sql = blocks[i].replaceAll("\\A(?:-- [a-z]+(?::.*)?\n)+", "");
          if (blocks[i].contains("-- escapes")) {
            sql = sql.replace("\\t", "\t").replace("\\r", "\r").replace("\\n", "\n");
          }
          boolean isError = blocks[i].contains("-- error: 42601");
          boolean operators = Parser.parse(sql, true).tree() == null;
          Parsed parsed = Parser.parse(sql, !operators);
          SyntaxTree tree = parsed.tree();
          if (tree == null && !isError) {
            wrong.add(file + ": " + parsed + ": " + sql);
          } else if (tree != null && Structure.fault(tree) != null) {
            wrong.add(Structure.fault(tree) + ": " + sql);
          }
          statements++;
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(statements).isGreaterThan(800);
  }
}
