package dev.crossfade.compatibility;

import dev.crossfade.compatibility.Stage.Side;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small steps by chance, each done by one of the two instances and by the model. */
final class RandomSteps {

  private static final List<String> NAMES = List.of("Ada", "Grace", "Alan", "Über 100%", "x?y", "");

  private final long seed;
  private final Random random;
  private int emails;

  RandomSteps(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  void step(Scenario scenario) {
    int kind = random.nextInt(10);
    try {
      step(scenario, kind, random.nextBoolean() ? Side.OLDER : Side.NEWER);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("seed " + seed + ", step of kind " + kind + ": " + e, e);
    }
  }

  private void step(Scenario scenario, int kind, Side writer) {
    Model model = scenario.model();
    List<Person> everybody = model.everybody();
    Person one =
        everybody.isEmpty()
            ? Person.of("nobody", "nobody@random", 1)
            : everybody.get(random.nextInt(everybody.size()));
    String name = random.nextInt(6) == 0 ? null : NAMES.get(random.nextInt(NAMES.size()));
    String given = name == null ? "given" : name;
    switch (kind) {
      case 0, 1 -> scenario.insert(writer, Person.of(name, emails++ + "@random", 30));
      case 2 -> scenario.same(writer, all -> all.rename(one.id(), name));
      case 3 ->
          scenario.same(
              writer,
              all -> {
                all.renameAll(Map.of(one.id(), given));
                return 0;
              });
      case 4 -> scenario.same(writer, all -> all.renameNamed(given, "was " + given));
      case 5 -> scenario.same(writer, all -> all.shout(one.id()));
      case 6 -> scenario.same(writer, all -> all.save(one.withName(name).withAge(one.age() + 1)));
      case 7 -> {
        if (!model.hasNotes(one.id())) {
          scenario.same(writer, all -> all.delete(one.id()));
        }
      }
      case 8 -> {
        if (one.id() != 0) {
          scenario.addNote(writer, one.id(), "note " + kind);
        }
      }
      default -> {
        if (scenario.by().apply(writer).upserts() && one.id() != 0) {
          scenario.upsert(writer, Person.of(name, one.email(), 60));
        }
      }
    }
  }
}
