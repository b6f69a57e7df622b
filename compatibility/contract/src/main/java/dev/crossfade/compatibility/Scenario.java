package dev.crossfade.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossfade.compatibility.Stage.Side;
import java.util.function.Function;

/**
 * Two instances and the model of what they should hold together: each step is done by an instance
 * and by the model.
 *
 * @param by the instance on a side
 * @param model what should be there by now
 */
record Scenario(Function<Side, People> by, Model model) {

  private People by(Side side) {
    return by.apply(side);
  }

  /** Does the same to the instance and to the model, and compares what both return. */
  void same(Side writer, Function<People, ?> step) {
    assertThat((Object) step.apply(by(writer))).isEqualTo(step.apply(model));
  }

  void insert(Side writer, Person person) {
    model.put(person.withId(by(writer).insert(person)));
  }

  void addNote(Side writer, long personId, String text) {
    model.putNote(by(writer).addNote(personId, text), personId, text);
  }

  void upsert(Side writer, Person person) {
    by(writer).upsert(person);
    if (model.withEmail(person.email()) != null) {
      model.upsert(person);
      return;
    }
    long id =
        by(writer).page(0, 1000).stream()
            .filter(stored -> stored.email().equals(person.email()))
            .findFirst()
            .orElseThrow()
            .id();
    model.put(person.withId(id));
  }

  /** Every way to read gives what the model gives. */
  void agrees(People all) {
    assertThat(all.count()).isEqualTo(model.count());
    assertThat(all.page(0, 100)).isEqualTo(model.page(0, 100));
    assertThat(all.page(2, 3)).isEqualTo(model.page(2, 3));
    assertThat(all.names()).isEqualTo(model.names());
    assertThat(all.countByName()).isEqualTo(model.countByName());
    assertThat(all.find(99)).isNull();
    for (Person person : model.everybody()) {
      assertThat(all.find(person.id())).isEqualTo(person);
    }
    for (String name : model.countByName().keySet()) {
      assertThat(all.named(name)).isEqualTo(model.named(name));
      assertThat(all.notesOf(name)).isEqualTo(model.notesOf(name));
    }
    assertThat(all.startingWith("A")).isEqualTo(model.startingWith("A"));
    assertThat(all.named("who?")).isEmpty();
  }
}
