package dev.crossfade.sql.syntax;

import org.jspecify.annotations.Nullable;

/** What must be true of every tree: spans within the text, children within parents, in order. */
final class Structure {

  private Structure() {}

  /** What is wrong with {@code tree}, or null. */
  static @Nullable String fault(SyntaxTree tree) {
    int last = 0;
    for (Statement statement : tree.statements()) {
      if (statement.start() < last) {
        return "overlaps the statement before: " + statement;
      }
      String fault = fault(tree.sql(), statement);
      if (fault != null) {
        return fault;
      }
      last = statement.end();
    }
    for (int offset : tree.parameters()) {
      if (tree.sql().charAt(offset) != '?') {
        return "no parameter at " + offset;
      }
    }
    return null;
  }

  private static @Nullable String fault(String sql, Node node) {
    if (node.start() < 0 || node.end() > sql.length() || node.start() >= node.end()) {
      return "span of " + node;
    }
    if (Character.isWhitespace(sql.charAt(node.start()))
        || Character.isWhitespace(sql.charAt(node.end() - 1))) {
      return "white space within the span of " + node;
    }
    int last = node.start();
    for (Node child : node.children()) {
      if (child.start() < last || child.end() > node.end()) {
        return child + " is out of place in " + node;
      }
      last = child.end();
      String fault = fault(sql, child);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }
}
