package dev.crossfade.processor.check;

import dev.crossfade.processor.model.Entity;
import java.util.List;

/** Every rule, in the order in which their refusals are told. Not thread-safe. */
public final class Checks {

  /** About the transition: they hold for every entity. */
  private static final List<Check> OF_TRANSITIONS =
      List.of(
          new NotPersistentCheck(),
          new MixedAccessCheck(),
          new EmptyFromCheck(),
          new BadNameCheck(),
          new AmbiguousNameCheck(),
          new IdentifierTooLongCheck(),
          new SameColumnCheck(),
          new DuplicateColumnCheck(),
          new UnknownColumnCheck());

  /** About the generated code: an entity without one is free of them. */
  private static final List<Check> OF_CODE =
      List.of(
          new UnreachableClassCheck(),
          new NoConstructorCheck(),
          new UnsupportedMappingCheck(),
          new UnreadableTypeCheck(),
          new UnreachableFieldCheck(),
          new NoPrimaryKeyCheck(),
          new KeyInTransitionCheck());

  // Compares with the other entities of the compilation, and builds transitions, which must hold
  // good names: so last, and only for what passed.
  private final Check clashing = new ClashingTransitionsCheck();

  /** What is wrong with {@code entity}; empty if code and descriptor may be written. */
  public List<Finding> check(Entity entity) {
    Findings findings = new Findings(entity);
    OF_TRANSITIONS.forEach(check -> check.check(entity, findings));
    if (entity.generatesCode()) {
      OF_CODE.forEach(check -> check.check(entity, findings));
    }
    if (findings.all().isEmpty()) {
      clashing.check(entity, findings);
    }
    return findings.all();
  }
}
