package dev.crossfade.processor.write;

import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.StatedName;
import dev.crossfade.processor.model.StatedName.Origin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The Javadoc of an access class: which transitions, and where each name comes from. */
final class ClassDoc {

  private final Layout layout;

  ClassDoc(Layout layout) {
    this.layout = layout;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append("Reads and writes {@link ")
        .append(layout.entityType.simpleNames().get(layout.entityType.simpleNames().size() - 1))
        .append("} rows in whatever phase their transitions are:\n\n<ul>\n");
    for (Moving moving : layout.moving()) {
      text.append("  <li>{@link #")
          .append(moving.constant())
          .append("}: ")
          .append(Doc.code(moving.transition().describe()))
          .append('\n');
    }
    text.append("</ul>\n\n<p>Names: the table ")
        .append(Doc.code(layout.table))
        .append(" by ")
        .append(layout.entity.table().origin().words());
    columns()
        .forEach(
            (origin, names) ->
                text.append(";\n")
                    .append(String.join(", ", names))
                    .append(" by ")
                    .append(origin.words()));
    return text.append(".\n\n<p>Thread-safe; one object serves all connections.\n").toString();
  }

  private Map<Origin, List<String>> columns() {
    Map<Origin, List<String>> byOrigin = new EnumMap<>(Origin.class);
    for (Attribute attribute : layout.entity.attributes()) {
      StatedName column = attribute.column();
      byOrigin
          .computeIfAbsent(column.origin(), origin -> new ArrayList<>())
          .add(Doc.code(column.catalog()));
    }
    return byOrigin;
  }
}
