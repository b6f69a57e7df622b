package dev.crossfade.processor.read;

import dev.crossfade.model.Phase;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Attribute.Use;
import dev.crossfade.processor.model.DefaultNaming;
import dev.crossfade.processor.model.Renaming;
import dev.crossfade.processor.model.StatedName;
import dev.crossfade.processor.model.StatedName.Origin;
import dev.crossfade.processor.type.ColumnType;
import dev.crossfade.processor.type.ColumnTypes;
import dev.crossfade.processor.type.ColumnTypes.EnumMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads what a member's annotations say about its column. */
final class AttributeReader {

  private final boolean jpa;
  private final Reach reach;
  private final List<String> accessorNames;
  private final Map<String, AnnotationMirror> overrides = new HashMap<>();

  AttributeReader(TypeElement entity, boolean jpa, Reach reach, List<String> accessorNames) {
    this.jpa = jpa;
    this.reach = reach;
    this.accessorNames = accessorNames;
    AnnotationMirror one = Annotations.find(entity, Vocabulary.ATTRIBUTE_OVERRIDE);
    AnnotationMirror several = Annotations.find(entity, Vocabulary.ATTRIBUTE_OVERRIDES);
    if (one != null) {
      override(one);
    }
    if (several != null) {
      Annotations.nested(several, "value").forEach(this::override);
    }
  }

  Attribute read(Member member) {
    List<Element> carriers = member.carriers();
    AnnotationMirror renamed = Annotations.find(carriers, Vocabulary.RENAMED_COLUMN);
    return new Attribute(
        member.name(),
        member.element(),
        javaType(member.type()),
        column(member),
        renamed == null ? null : renaming(renamed),
        use(member),
        type(member),
        unsupported(carriers),
        member.getter(),
        member.setter(),
        accessorNames);
  }

  private StatedName column(Member member) {
    StatedName stated = Annotations.name(jpaColumn(member), "name", Origin.JPA);
    if (stated == null) {
      stated =
          Annotations.name(
              Annotations.find(member.carriers(), Vocabulary.OWN_COLUMN), "name", Origin.CROSSFADE);
    }
    if (stated == null) {
      stated =
          Annotations.name(
              Annotations.find(member.carriers(), Vocabulary.SPRING_COLUMN),
              "value",
              Origin.SPRING_DATA);
    }
    return stated == null ? DefaultNaming.of(member.name()) : stated;
  }

  private @Nullable AnnotationMirror jpaColumn(Member member) {
    AnnotationMirror override = overrides.get(member.name());
    return override == null ? Annotations.find(member.carriers(), Vocabulary.JPA_COLUMN) : override;
  }

  private static Renaming renaming(AnnotationMirror renamed) {
    String from = Objects.requireNonNullElse((String) Annotations.value(renamed, "from"), "");
    return new Renaming(
        renamed,
        StatedName.folded(from, Origin.CROSSFADE),
        Phase.valueOf(Annotations.constant(renamed, "phase", Phase.BEFORE.name())));
  }

  private Use use(Member member) {
    List<Element> carriers = member.carriers();
    AnnotationMirror column = jpaColumn(member);
    boolean generated = Annotations.has(carriers, Vocabulary.GENERATED_VALUE);
    boolean readOnly = Annotations.has(carriers, Vocabulary.READ_ONLY);
    boolean inserted =
        !generated && !readOnly && (column == null || Annotations.flag(column, "insertable", true));
    boolean updated =
        !readOnly
            && !Annotations.has(carriers, Vocabulary.INSERT_ONLY)
            && (column == null || Annotations.flag(column, "updatable", true));
    return new Use(Annotations.has(carriers, Vocabulary.ID), generated, inserted, updated);
  }

  private @Nullable ColumnType type(Member member) {
    TypeMirror type = member.type();
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement name
        && name.getKind() == ElementKind.ENUM
        && (!reach.ofType(name)
            || Annotations.has(name.getEnclosedElements(), Vocabulary.ENUMERATED_VALUE))) {
      return null;
    }
    return ColumnTypes.of(type, enums(member.carriers()));
  }

  private EnumMapping enums(List<Element> carriers) {
    AnnotationMirror enumerated = Annotations.find(carriers, Vocabulary.ENUMERATED);
    if (enumerated == null) {
      return jpa ? EnumMapping.ORDINAL : EnumMapping.NAME;
    }
    return Annotations.constant(enumerated, "value", "ORDINAL").equals("STRING")
        ? EnumMapping.NAME
        : EnumMapping.ORDINAL;
  }

  private static @Nullable String unsupported(List<Element> carriers) {
    for (Element carrier : carriers) {
      for (AnnotationMirror mirror : carrier.getAnnotationMirrors()) {
        String name = Annotations.nameOf(mirror);
        if (Vocabulary.UNSUPPORTED_ON_ATTRIBUTE.contains(name)
            || (name.startsWith(Vocabulary.HIBERNATE)
                && !Vocabulary.HARMLESS_OF_HIBERNATE.contains(name))) {
          return Annotations.shortName(mirror);
        }
        if (Vocabulary.JPA_COLUMN.contains(name) && Annotations.text(mirror, "table") != null) {
          return "@Column(table = …)";
        }
      }
    }
    // A record's constructor wants every component; a member of a class would not be here.
    return Annotations.has(carriers, Vocabulary.TRANSIENT) ? "@Transient" : null;
  }

  private static String javaType(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
        : type.toString();
  }

  private void override(AnnotationMirror override) {
    String name = Annotations.text(override, "name");
    for (AnnotationMirror column : Annotations.nested(override, "column")) {
      if (name != null) {
        overrides.put(name, column);
      }
    }
  }
}
