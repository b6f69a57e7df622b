package dev.crossfade.compatibility.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.compatibility.Person;
import dev.crossfade.compatibility.Stage.Side;
import dev.crossfade.compatibility.Staged;
import dev.crossfade.compatibility.Version;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** Aggregates over two tables in transition, and what derived queries can beyond the contract. */
class AggregatesTest extends Staged<Application> {

  @Override
  protected Application open(Version version, DataSource dataSource) {
    return new Application(version, dataSource);
  }

  @ParameterizedTest
  @EnumSource
  void anAggregateIsStoredAndChanged(Side writer) throws SQLException {
    AuthorRow author = by(writer).newAuthor();
    author.rename("Author");
    author.email = "author@x";
    author.age = 60;
    author.write("one");
    author.write("two");
    long id = by(writer).authors().save(author).id;

    AuthorRow there = by(writer.other()).authors().findById(id).orElseThrow();
    assertThat(there.name()).isEqualTo("Author");
    assertThat(there.texts()).containsExactly("one", "two");
    there.rename("Changed");
    there.write("three");
    by(writer.other()).authors().save(there);

    AuthorRow again = read(writer).authors().findById(id).orElseThrow();
    assertThat(again.name()).isEqualTo("Changed");
    assertThat(again.texts()).containsExactly("one", "three", "two");
    by(writer).authors().deleteById(id);
    assertThat(by(writer).authors().existsById(id)).isFalse();
    checkRows();
  }

  @ParameterizedTest
  @EnumSource
  void queriesAreDerived(Side reader) {
    PersonRows<PersonRow> people = read(reader).people();
    assertThat(people.existsByName("Grace")).isTrue();
    assertThat(people.existsByName("nobody")).isFalse();
    assertThat(people.countByNameIgnoreCase("ADA")).isEqualTo(2);
    var page =
        people.findByNameIsNotNull(
            PageRequest.of(1, 2, Sort.by(Sort.Order.desc("name"), Sort.Order.asc("id"))));
    assertThat(page.getContent()).extracting(PersonRow::name).containsExactly("Grace", "Ada");
    assertThat(page.hasNext()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aNewRowGetsItsKeyAndVersion(Side writer) throws SQLException {
    PersonRow row = by(writer).people().save(by(writer).newPerson("New", "new@x", 1));
    row.rename("Newer");
    by(writer).people().save(row);
    model().put(new Person(row.id, "Newer", "new@x", 1, 1));
    checkRows();
  }
}
