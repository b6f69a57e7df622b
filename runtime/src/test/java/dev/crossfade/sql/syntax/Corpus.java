package dev.crossfade.sql.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The statements of {@code src/test/resources/syntax}: one a line, which indented lines continue. A
 * mark at the end tells which versions' grammars accept it: {@code -- since 14}, {@code -- until
 * 13}, {@code -- refused}, {@code -- refused since 15}; {@code -- superset: why} says that none
 * does and we do.
 *
 * @param mark the words after the dashes, or nothing
 */
record Corpus(String sql, String mark) {

  private static final Path FOLDER = Path.of("src/test/resources/syntax");
  private static final Pattern MARK =
      Pattern.compile(" -- ((?:refused|since|until|superset)[^()]*)$");
  private static final Pattern NUMBER = Pattern.compile("(since|until) (\\d+)");

  static List<Corpus> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Corpus> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        StringBuilder statement = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
          if (!line.startsWith("  ")) {
            add(statement, all);
          } else {
            statement.append('\n');
          }
          statement.append(line);
        }
        add(statement, all);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(StringBuilder statement, List<Corpus> all) {
    String text = statement.toString();
    statement.setLength(0);
    if (!text.isEmpty()) {
      Matcher mark = MARK.matcher(text);
      all.add(
          mark.find()
              ? new Corpus(text.substring(0, mark.start()), mark.group(1))
              : new Corpus(text, ""));
    }
  }

  /** Whether PostgreSQL {@code version} should accept it. */
  boolean isAcceptedBy(int version) {
    Matcher number = NUMBER.matcher(mark);
    boolean bounded = number.find();
    int bound = bounded ? Integer.parseInt(number.group(2)) : 0;
    if (mark.startsWith("refused")) {
      return bounded && version < bound;
    }
    if (mark.startsWith("superset")) {
      return false;
    }
    return !bounded || (number.group(1).equals("since") ? version >= bound : version <= bound);
  }

  /** Whether we should accept it. */
  boolean isAcceptedByUs() {
    return !mark.startsWith("refused");
  }

  @Override
  public String toString() {
    return sql + (mark.isEmpty() ? "" : " -- " + mark);
  }
}
