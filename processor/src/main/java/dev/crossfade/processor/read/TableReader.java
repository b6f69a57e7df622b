package dev.crossfade.processor.read;

import dev.crossfade.processor.model.DefaultNaming;
import dev.crossfade.processor.model.StatedName;
import dev.crossfade.processor.model.StatedName.Origin;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Which table a class maps: JPA's word first, then ours, then Spring Data's, then the default. */
final class TableReader {

  private TableReader() {}

  static StatedName table(TypeElement owner) {
    for (Source source : sources(owner)) {
      StatedName stated = Annotations.name(source.mirror(), "name", source.origin());
      if (stated == null && source.origin() == Origin.SPRING_DATA) {
        stated = Annotations.name(source.mirror(), "value", source.origin());
      }
      if (stated != null) {
        return stated;
      }
    }
    // JPA: the default of a table's name is the entity's name, which is not always the class's.
    StatedName entity =
        Annotations.name(Annotations.find(owner, Vocabulary.ENTITY), "name", Origin.JPA);
    return DefaultNaming.of(entity == null ? owner.getSimpleName().toString() : entity.written());
  }

  static @Nullable StatedName schema(TypeElement owner) {
    for (Source source : sources(owner)) {
      StatedName stated = Annotations.name(source.mirror(), "schema", source.origin());
      if (stated != null) {
        return stated;
      }
    }
    return null;
  }

  /** Columns that the indexes and unique constraints of JPA's {@code @Table} name. */
  static List<String> mentioned(TypeElement owner) {
    AnnotationMirror table = Annotations.find(owner, Vocabulary.JPA_TABLE);
    List<String> columns = new ArrayList<>();
    if (table == null) {
      return columns;
    }
    for (AnnotationMirror unique : Annotations.nested(table, "uniqueConstraints")) {
      columns.addAll(Annotations.texts(unique, "columnNames"));
    }
    for (AnnotationMirror index : Annotations.nested(table, "indexes")) {
      String list = Annotations.text(index, "columnList");
      for (String item : list == null ? new String[0] : list.split(",", -1)) {
        columns.add(item.strip().split("\\s+", 2)[0]);
      }
    }
    return columns;
  }

  private static List<Source> sources(TypeElement owner) {
    List<Source> sources = new ArrayList<>();
    add(sources, Annotations.find(owner, Vocabulary.JPA_TABLE), Origin.JPA);
    add(sources, Annotations.find(owner, Vocabulary.OWN_TABLE), Origin.CROSSFADE);
    add(sources, Annotations.find(owner, Vocabulary.SPRING_TABLE), Origin.SPRING_DATA);
    return sources;
  }

  private static void add(List<Source> sources, @Nullable AnnotationMirror mirror, Origin origin) {
    if (mirror != null) {
      sources.add(new Source(mirror, origin));
    }
  }

  private record Source(AnnotationMirror mirror, Origin origin) {}
}
