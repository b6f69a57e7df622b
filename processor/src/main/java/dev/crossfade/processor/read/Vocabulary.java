package dev.crossfade.processor.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * The annotations that are read, by name: what they belong to need not be on the processor's class
 * path.
 */
final class Vocabulary {

  static final List<String> RENAMED_COLUMN = List.of("dev.crossfade.annotation.RenamedColumn");
  static final List<String> DESCRIPTOR_ONLY = List.of("dev.crossfade.annotation.DescriptorOnly");
  static final List<String> OWN_TABLE = List.of("dev.crossfade.annotation.Table");
  static final List<String> OWN_COLUMN = List.of("dev.crossfade.annotation.Column");

  static final List<String> ENTITY = jpa("Entity");
  static final List<String> MAPPED_SUPERCLASS = jpa("MappedSuperclass");
  static final List<String> EMBEDDABLE = jpa("Embeddable");
  static final List<String> JPA_ACCESS = jpa("Access");
  static final List<String> JPA_TABLE = jpa("Table");
  static final List<String> JPA_COLUMN = jpa("Column");
  static final List<String> JPA_ID = jpa("Id");
  static final List<String> ENUMERATED = jpa("Enumerated");
  static final List<String> ENUMERATED_VALUE = jpa("EnumeratedValue");
  static final List<String> GENERATED_VALUE = jpa("GeneratedValue");
  static final List<String> INHERITANCE = jpa("Inheritance");
  static final List<String> ATTRIBUTE_OVERRIDE = jpa("AttributeOverride");
  static final List<String> ATTRIBUTE_OVERRIDES = jpa("AttributeOverrides");

  static final List<String> SPRING_TABLE =
      List.of("org.springframework.data.relational.core.mapping.Table");
  static final List<String> SPRING_COLUMN =
      List.of("org.springframework.data.relational.core.mapping.Column");
  static final List<String> READ_ONLY =
      List.of("org.springframework.data.annotation.ReadOnlyProperty");
  static final List<String> INSERT_ONLY =
      List.of("org.springframework.data.relational.core.mapping.InsertOnlyProperty");

  static final List<String> ID = with(JPA_ID, "org.springframework.data.annotation.Id");
  static final List<String> TRANSIENT =
      with(jpa("Transient"), "org.springframework.data.annotation.Transient");

  /** On a class: its rows are not, or not only, what its attributes say. */
  static final List<String> UNSUPPORTED_ON_CLASS =
      jpa(
          "Inheritance",
          "DiscriminatorColumn",
          "DiscriminatorValue",
          "SecondaryTable",
          "SecondaryTables");

  /** On an attribute: its column does not simply hold its value, or there is no column. */
  static final List<String> UNSUPPORTED_ON_ATTRIBUTE =
      with(
          jpa(
              "Convert",
              "Version",
              "Embedded",
              "EmbeddedId",
              "ElementCollection",
              "OneToMany",
              "OneToOne",
              "ManyToMany",
              "ManyToOne",
              "MapsId",
              "JoinColumn",
              "Lob"),
          "org.springframework.data.annotation.Version",
          "org.springframework.data.relational.core.mapping.Embedded",
          "org.springframework.data.relational.core.mapping.Embedded.Nullable",
          "org.springframework.data.relational.core.mapping.Embedded.Empty",
          "org.springframework.data.relational.core.mapping.MappedCollection");

  static final String HIBERNATE = "org.hibernate.annotations.";

  /** Hibernate's annotations that change nothing about how a value is stored. */
  static final List<String> HARMLESS_OF_HIBERNATE =
      List.of(HIBERNATE + "Comment", HIBERNATE + "NaturalId", HIBERNATE + "ColumnDefault");

  private Vocabulary() {}

  private static List<String> jpa(String... names) {
    return Stream.of(names)
        .flatMap(name -> Stream.of("jakarta.persistence." + name, "javax.persistence." + name))
        .toList();
  }

  private static List<String> with(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }
}
