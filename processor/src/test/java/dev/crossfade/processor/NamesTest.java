package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which table and columns an entity means. */
class NamesTest {

  private static final String IMPORTS =
      "import dev.crossfade.annotation.*; import jakarta.persistence.Entity;"
          + " import jakarta.persistence.Id; ";

  @TempDir private Path sources;
  @TempDir private Path output;

  @Test
  void theDefaultIsSpringsAndHibernates() throws IOException {
    assertThat(
            transitions("record OrderLine(long id, @RenamedColumn(from=\"q\") int itemCount) {}"))
        .containsExactly("null order_line q item_count");
    assertThat(generated("OrderLine"))
        .contains("{@code item_count} by the default of Spring and Hibernate");
  }

  @Test
  void capitalsAtTheEndAreNotSeparated() throws IOException {
    assertThat(transitions("record URL(long id, @RenamedColumn(from=\"q\") int userID) {}"))
        .containsExactly("null url q userid");
  }

  @Test
  void jpaIsAskedBeforeUs() throws IOException {
    assertThat(
            transitions(
                """
                @jakarta.persistence.Table(name = "Jpa_Users", schema = "app")
                @Table(name = "ours", schema = "s")
                class User {
                  @Id long id;
                  @RenamedColumn(from = "Full_Name")
                  @jakarta.persistence.Column(name = "Display_Name")
                  @Column(name = "ours")
                  String name;
                }
                """))
        .containsExactly("app jpa_users full_name display_name");
  }

  @Test
  void ourNamesStandWhereJpaStatesNone() throws IOException {
    assertThat(
            transitions(
                """
                @Entity @jakarta.persistence.Table
                @Table(name = "ours", schema = "s")
                class User {
                  @Id long id;
                  @RenamedColumn(from = "a")
                  @jakarta.persistence.Column(nullable = false)
                  @Column(name = "\\"Exactly\\"")
                  String name;
                }
                """))
        .containsExactly("s ours a Exactly");
  }

  @Test
  void anEntityWithANameHasThatTable() throws IOException {
    assertThat(
            transitions(
                "@Entity(name = \"AppUser\") class User"
                    + " { @Id long id; @RenamedColumn(from = \"a\") String b; }"))
        .containsExactly("null app_user a b");
  }

  @Test
  void springDatasNamesAreExact() throws IOException {
    Path annotations = Files.createDirectories(sources.resolve("spring"));
    Path table =
        annotation(
            annotations,
            "org.springframework.data.relational.core.mapping",
            "Table",
            "String value() default \"\"; String schema() default \"\";");
    Path column =
        annotation(
            annotations,
            "org.springframework.data.relational.core.mapping",
            "Column",
            "String value();");
    Path id = annotation(annotations, "org.springframework.data.annotation", "Id", "");
    assertThat(
            transitions(
                """
                @org.springframework.data.relational.core.mapping.Table("AppUsers")
                class User {
                  @org.springframework.data.annotation.Id long number;
                  @org.springframework.data.relational.core.mapping.Column("displayName")
                  @RenamedColumn(from = "a")
                  String b;
                }
                """,
                table,
                column,
                id))
        .containsExactly("null AppUsers a displayName");
    assertThat(generated("User")).contains("find(Connection connection, long number)");
  }

  @Test
  void anOverrideNamesAnInheritedColumn() throws IOException {
    assertThat(
            transitions(
                """
                @jakarta.persistence.MappedSuperclass
                abstract class Base { @Id long id; @RenamedColumn(from = "a") String by; }
                @Entity
                @jakarta.persistence.AttributeOverride(
                    name = "by", column = @jakarta.persistence.Column(name = "made_by"))
                class Memo extends Base {}
                @Entity
                @jakarta.persistence.AttributeOverrides(
                    @jakarta.persistence.AttributeOverride(
                        name = "by", column = @jakarta.persistence.Column(name = "sent_by")))
                class Mail extends Base {}
                @Entity
                class Note extends Base {}
                """))
        .containsExactly("null mail a sent_by", "null memo a made_by", "null note a by");
  }

  @Test
  void inheritanceDecidesWhoseTableItIs() throws IOException {
    String hierarchy =
        """
        @Entity @DescriptorOnly
        @jakarta.persistence.Inheritance(
            strategy = jakarta.persistence.InheritanceType.%s)
        class %2$sAnimal { @Id long id; @RenamedColumn(from = "a") String b; }
        @Entity class %2$sDog extends %2$sAnimal { @RenamedColumn(from = "c") String d; }
        @Entity class %2$sCat extends %2$sAnimal {}
        """;
    assertThat(
            transitions(
                hierarchy.formatted("SINGLE_TABLE", "One")
                    + hierarchy.formatted("JOINED", "Two")
                    + hierarchy.formatted("TABLE_PER_CLASS", "Three")))
        .containsExactlyInAnyOrder(
            "null one_animal a b",
            "null one_animal c d",
            "null two_animal a b",
            "null two_dog c d",
            "null three_animal a b",
            "null three_dog a b",
            "null three_dog c d",
            "null three_cat a b");
  }

  @Test
  void annotationsOnTypesDoNotHideAccessors() throws IOException {
    assertThat(
            transitions(
                """
                class User {
                  private long id;
                  @RenamedColumn(from = "a")
                  private @org.jspecify.annotations.Nullable String name;
                  private byte @org.jspecify.annotations.Nullable [] photo;
                  long getId() { return id; }
                  void setId(long id) { this.id = id; }
                  @org.jspecify.annotations.Nullable String getName() { return name; }
                  void setName(String name) { this.name = name; }
                  byte @org.jspecify.annotations.Nullable [] getPhoto() { return photo; }
                  void setPhoto(byte[] photo) { this.photo = photo; }
                }
                """))
        .containsExactly("null \"user\" a name".replace("\"", ""));
  }

  private List<String> transitions(String source, Path... more) throws IOException {
    List<Path> all = new ArrayList<>(List.of(more));
    all.add(Files.writeString(sources.resolve("Source.java"), IMPORTS + source));
    Javac compiled = Javac.compile(all, output, List.of());
    assertThat(compiled.complaints()).isEmpty();
    List<String> lines = new ArrayList<>();
    for (JsonNode transition :
        new ObjectMapper()
            .readTree(compiled.read("META-INF/crossfade/transitions.json"))
            .get("transitions")) {
      lines.add(
          String.join(
              " ",
              transition.get("schema").asText(),
              transition.get("table").asText(),
              transition.get("oldColumn").asText(),
              transition.get("newColumn").asText()));
    }
    return lines;
  }

  private String generated(String entity) throws IOException {
    return Files.readString(output.resolve(entity + "Crossfade.java"));
  }

  private static Path annotation(Path directory, String pkg, String name, String members)
      throws IOException {
    return Files.writeString(
        directory.resolve(name + ".java"),
        "package " + pkg + "; public @interface " + name + " { " + members + " }");
  }
}
