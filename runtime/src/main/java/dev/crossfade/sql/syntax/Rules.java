package dev.crossfade.sql.syntax;

/** The parts of the parser for one text, which call each other over the one cursor. */
final class Rules {

  final Cursor cursor;
  final Types types;
  final Expressions expressions;
  final Primaries primaries;
  final Calls calls;
  final SpecialCalls specialCalls;
  final XmlCalls xmlCalls;
  final JsonCalls jsonCalls;
  final Queries queries;
  final FromClauses from;
  final TableFunctions tableFunctions;
  final Writes writes;
  final Statements statements;

  Rules(Cursor cursor) {
    this.cursor = cursor;
    this.types = new Types(this);
    this.expressions = new Expressions(this);
    this.primaries = new Primaries(this);
    this.calls = new Calls(this);
    this.specialCalls = new SpecialCalls(this);
    this.xmlCalls = new XmlCalls(this);
    this.jsonCalls = new JsonCalls(this);
    this.queries = new Queries(this);
    this.from = new FromClauses(this);
    this.tableFunctions = new TableFunctions(this);
    this.writes = new Writes(this);
    this.statements = new Statements(this);
  }
}
