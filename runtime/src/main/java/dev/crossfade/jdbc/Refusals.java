package dev.crossfade.jdbc;

import dev.crossfade.model.Problem;
import dev.crossfade.phase.PhaseSnapshot;

/** What the proxy itself refuses, beside what the rewriting refuses. */
final class Refusals {

  private static final String STATEMENT = "the statement";

  private Refusals() {}

  static Problem badUrl(String why) {
    return new Problem(
        "bad-url",
        "This is not a URL that Crossfade can connect to.",
        "jdbc:crossfade:…",
        why,
        "write jdbc:crossfade:postgresql://host:port/database?…, the driver's own URL with"
            + " \"crossfade:\" after \"jdbc:\"");
  }

  static Problem wrappedTwice() {
    return new Problem(
        "wrapped-twice",
        "This data source leads to connections that Crossfade has already wrapped, with other"
            + " phases.",
        "Crossfade.wrap",
        "a statement would be rewritten for both",
        "wrap once: either the DataSource or by jdbc:crossfade: in its URL");
  }

  static Problem failedTransaction() {
    return new Problem(
        "catalog-in-failed-transaction",
        "The current transaction is aborted, and this statement can not be looked up in it.",
        "a statement that may touch a table in transition",
        "PostgreSQL answers nothing until the transaction ends, the catalog neither",
        "roll back, as the server would ask you to");
  }

  static Problem mayBeStale() {
    return new Problem(
        "schema-changed",
        "The server does not know what the statement names, in the middle of a transaction.",
        "a statement in transition",
        "if a table was changed a moment ago, the text was written for what it was before; a"
            + " transaction that has failed can not be repaired, nor can the catalog be asked in it",
        "roll back and repeat the transaction: the catalog is looked up again then");
  }

  static Problem upsertRaced() {
    return new Problem(
        "upsert-raced",
        "Two sessions inserted the same key at once, and both columns of the transition are"
            + " unique.",
        "an INSERT … ON CONFLICT in the middle of a transaction",
        "PostgreSQL decides by one of the two indexes and met the other session's row in the other"
            + " one; the transaction has failed, and can only be repeated whole",
        "roll back and repeat the transaction, or set autosave=always: then the statement alone is"
            + " repeated");
  }

  static Problem backslashes() {
    return new Problem(
        "backslash-strings",
        "The statement holds a backslash, and standard_conforming_strings is off.",
        "a statement that may touch a table in transition",
        "where its strings end depends on a setting that Crossfade does not follow",
        "SET standard_conforming_strings = on, or bind the value as a parameter");
  }

  static Problem brokenRewriting(Throwable cause) {
    return new Problem(
        "rewriting-failed",
        "Crossfade failed to rewrite the statement: " + cause.getClass().getSimpleName() + ".",
        STATEMENT,
        "sent as it is, it might write one column of two",
        "this is a defect of Crossfade: report it with the statement, which you may shorten");
  }

  static Problem updatableResult(PhaseSnapshot phases) {
    return new Problem(
        "updatable-result",
        "An updatable result set over a table in transition can not be opened in these phases: "
            + phases
            + ".",
        STATEMENT,
        "the driver would update one column of two, or one that the text does not name",
        "write with UPDATE and INSERT statements, or open the result set CONCUR_READ_ONLY");
  }

  static Problem resultOutlivedPhase(PhaseSnapshot opened, PhaseSnapshot now) {
    return new Problem(
        "result-outlived-phase",
        "The updatable result set was opened in " + opened + ", and now it is " + now + ".",
        "an open result set",
        "it would write one column of two, or one that those in the newer phase do not read",
        "close it and query again");
  }

  static Problem generatedKeys() {
    return new Problem(
        "generated-keys-unproven",
        "Generated keys were asked for on a text with more than one statement.",
        STATEMENT,
        "which of them returns what can not be told",
        "execute the statements one by one, or write RETURNING yourself");
  }

  static Problem call() {
    return new Problem(
        "call-in-transition",
        "A CallableStatement with output parameters touches a table in transition.",
        STATEMENT,
        "after rewriting, its parameters would stand at other places",
        "use a PreparedStatement, and read the result as rows");
  }

  static Problem largeObjectTwice() {
    return new Problem(
        "large-object-twice",
        "A Blob or Clob is bound to a column in transition, or could not be bound again.",
        "a parameter of the statement",
        "the driver would store two large objects, and the columns would hold different identifiers",
        "create the large object yourself and bind its identifier with setLong");
  }

  static Problem streamTooLong(long limit) {
    return new Problem(
        "stream-too-long",
        "A stream of more than " + limit + " bytes is bound to a column in transition.",
        "a parameter of the statement",
        "it is written to two columns, so it would have to be held in memory",
        "bind it with setBytes, or write it outside of the transition");
  }

  static Problem movedTooFar(PhaseSnapshot written, PhaseSnapshot now) {
    return new Problem(
        "phase-moved-too-far",
        "A prepared statement was bound in " + written + ", and now it is " + now + ".",
        STATEMENT,
        "it holds a stream or a large object that can not be bound a second time",
        "bind its parameters and execute it again");
  }

  static Problem unwrap(Class<?> type) {
    return new Problem(
        "unwrap-in-transition",
        "A " + type.getName() + " was asked for by unwrap, and a table is in transition.",
        "unwrap(" + type.getSimpleName() + ".class)",
        "what is executed or copied through the driver's own class is not rewritten",
        "unwrap to an interface such as PGConnection, BaseConnection or PGStatement, or set"
            + " crossfade.unwrap=allow if nothing of it touches the table");
  }

  static Problem badUnwrapPolicy(String value) {
    return new Problem(
        "bad-unwrap-policy",
        "\"" + value + "\" does not say what becomes of an unwrap.",
        UnwrapPolicy.PROPERTY,
        "it can be refuse or allow",
        "set " + UnwrapPolicy.PROPERTY + "=refuse, or leave it out, or =allow");
  }

  static Problem pastProxy() {
    return new Problem(
        "query-past-proxy",
        "A query on a table in transition was made by the driver's QueryExecutor.",
        STATEMENT,
        "it is kept and bound out of Crossfade's sight, so it would stay in the phase of this moment",
        "use a Statement or a PreparedStatement of the connection");
  }

  static Problem parameterNotSent() {
    return new Problem(
        "parameter-not-sent",
        "The server is not told this parameter in this phase, so its type is not known.",
        "a parameter of the statement",
        "only the driver's answer for a parameter that it sends is true",
        "do not ask for this parameter's metadata");
  }
}
