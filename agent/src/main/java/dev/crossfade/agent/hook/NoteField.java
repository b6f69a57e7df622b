package dev.crossfade.agent.hook;

import dev.crossfade.agent.bridge.Noted;
import net.bytebuddy.description.modifier.FieldPersistence;
import net.bytebuddy.description.modifier.SyntheticState;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.FieldAccessor;

/** Makes a class {@link Noted}. */
final class NoteField {

  /** The field's name, which advice refers to. */
  static final String NAME = "crossfade$note";

  private NoteField() {}

  // Not volatile: both readers of a race find a note that is immutable or confined to the result
  // set's own thread, and the loser only looks its note up again.
  static DynamicType.Builder<?> add(DynamicType.Builder<?> builder) {
    return builder
        .defineField(
            NAME,
            Object.class,
            Visibility.PUBLIC,
            FieldPersistence.TRANSIENT,
            SyntheticState.SYNTHETIC)
        .implement(Noted.class)
        .defineMethod(NAME, Object.class, Visibility.PUBLIC, SyntheticState.SYNTHETIC)
        .intercept(FieldAccessor.ofField(NAME))
        .defineMethod(NAME, void.class, Visibility.PUBLIC, SyntheticState.SYNTHETIC)
        .withParameters(Object.class)
        .intercept(FieldAccessor.ofField(NAME));
  }
}
