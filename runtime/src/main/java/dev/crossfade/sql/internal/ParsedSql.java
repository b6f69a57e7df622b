package dev.crossfade.sql.internal;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.SqlContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/**
 * A text and its tree. Not safe for use by several threads at once (the tree is lazy in places).
 *
 * @param text the masked text
 * @param tree the tree, or null if the text could not be parsed
 */
public record ParsedSql(MaskedSql text, @Nullable SqlContext tree) {

  /** Parses {@code sql}: with {@code ?} as parameters, else as operators. */
  public static ParsedSql parse(String sql) {
    MaskedSql text = MaskedSql.of(sql, true);
    SqlContext tree = text.complete() ? Grammar.parse(text.masked()) : null;
    if (tree == null && text.complete() && text.parameters().length > 0) {
      MaskedSql operators = MaskedSql.of(sql, false);
      SqlContext other = Grammar.parse(operators.masked());
      if (other != null) {
        return new ParsedSql(operators, other);
      }
    }
    return new ParsedSql(text, tree);
  }

  /** The statements, none if the text could not be parsed. */
  public List<StatementContext> statements() {
    return tree == null ? List.of() : tree.statement();
  }

  /** Where {@code node} starts. */
  public static int start(ParserRuleContext node) {
    return node.getStart().getStartIndex();
  }

  /** Where {@code node} ends, exclusive. */
  public static int end(ParserRuleContext node) {
    return node.getStop().getStopIndex() + 1;
  }

  /** The original text of {@code node}. */
  public String text(ParserRuleContext node) {
    return text.original().substring(start(node), end(node));
  }

  /** The catalog's name for the identifier at {@code [start, end)}. */
  public String name(int start, int end) {
    return Names.read(text.original().substring(start, end));
  }

  /** The catalog's name for an identifier in the text: unquoted, unescaped, folded. */
  public String name(ParserRuleContext identifier) {
    return Names.read(text(identifier));
  }
}
