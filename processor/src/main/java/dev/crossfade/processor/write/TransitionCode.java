package dev.crossfade.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;

/** The expression that makes a transition. */
final class TransitionCode {

  private TransitionCode() {}

  static CodeBlock of(Transition transition) {
    if (transition instanceof Rename) {
      return CodeBlock.of(
          "new $T($L,$W$S,$W$S,$W$T.$L)",
          Rename.class,
          of(transition.table()),
          transition.oldColumn(),
          transition.newColumn(),
          Phase.class,
          transition.declaredPhase());
    }
    throw new IllegalArgumentException(transition.describe());
  }

  private static CodeBlock of(TableName table) {
    return table.schema() == null
        ? CodeBlock.of("new $T(null, $S)", TableName.class, table.name())
        : CodeBlock.of("new $T($S, $S)", TableName.class, table.schema(), table.name());
  }
}
