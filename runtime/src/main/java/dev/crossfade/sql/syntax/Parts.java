package dev.crossfade.sql.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers children: each part is a node, a list of nodes, or null. */
final class Parts {

  private Parts() {}

  static List<Node> of(@Nullable Object... parts) {
    List<Node> nodes = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Node node) {
        nodes.add(node);
      } else if (part instanceof List<?> list) {
        for (Object each : list) {
          nodes.add((Node) each);
        }
      }
    }
    // LIMIT and OFFSET, FOR UPDATE and a few more may be written in either order.
    for (int i = 1; i < nodes.size(); i++) {
      if (nodes.get(i).start() < nodes.get(i - 1).start()) {
        nodes.sort(Comparator.comparingInt(Node::start));
        break;
      }
    }
    return nodes;
  }
}
