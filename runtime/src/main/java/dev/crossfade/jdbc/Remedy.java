package dev.crossfade.jdbc;

/** What may be done about a statement in transition that the server has refused. */
enum Remedy {
  /** Nothing: it may have left something behind, or its failure has nothing to do with names. */
  NONE,

  /** It left nothing behind, so that another text may be tried if there is one by now. */
  ANOTHER_TEXT,

  /**
   * It is to be executed again even if its text is the same: the server has thrown its plan away,
   * or the transaction that it began was ended, which a second failure must leave failed again.
   */
  AGAIN
}
