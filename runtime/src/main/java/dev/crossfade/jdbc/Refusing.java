package dev.crossfade.jdbc;

import dev.crossfade.model.Problem;

/** Who records refusals. */
interface Refusing {

  /** Records the refusal, and makes the exception to throw. */
  CrossfadeSqlException refuse(Problem problem);
}
