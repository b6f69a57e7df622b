package dev.crossfade.processor.check;

import dev.crossfade.model.Problem;
import dev.crossfade.processor.model.Attribute;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.model.Misplaced;
import dev.crossfade.processor.model.Renaming;
import java.util.ArrayList;
import java.util.List;

/** Collects what the checks refuse in one entity. Not thread-safe. */
public final class Findings {

  private final Entity entity;
  private final List<Finding> all = new ArrayList<>();

  public Findings(Entity entity) {
    this.entity = entity;
  }

  public List<Finding> all() {
    return List.copyOf(all);
  }

  /** Refuses something about the class itself. */
  void refuse(String id, String message, String why, String remedy) {
    Problem problem =
        new Problem(id, message, entity.name() + " (" + entity.tableText() + ")", why, remedy);
    all.add(new Finding(problem, entity.type(), null, entity.type()));
  }

  /** Refuses an attribute. */
  void refuse(Attribute at, String id, String message, String why, String remedy) {
    Problem problem = new Problem(id, message, entity.where(at), why, remedy);
    all.add(new Finding(problem, at.element(), null, entity.type()));
  }

  /** Refuses an attribute's transition. */
  void refuse(
      Attribute at, Renaming renaming, String id, String message, String why, String remedy) {
    Problem problem = new Problem(id, message, entity.where(at), why, remedy);
    all.add(new Finding(problem, at.element(), renaming.mirror(), entity.type()));
  }

  /** Refuses a transition on what is not persistent. */
  void refuse(Misplaced at, String id, String message, String why, String remedy) {
    String where = entity.name() + "." + at.element().getSimpleName();
    Problem problem = new Problem(id, message, where, why, remedy);
    all.add(new Finding(problem, at.element(), at.mirror(), entity.type()));
  }
}
