package dev.crossfade.sql.syntax;

/**
 * The text is no SQL that the parser knows, or nests too deep.
 *
 * @param offset where it could not go on
 * @param expected what it would have needed there; never text of a literal
 */
public record NotAccepted(int offset, String expected) implements Parsed {}
