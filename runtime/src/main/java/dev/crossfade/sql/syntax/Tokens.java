package dev.crossfade.sql.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text, in arrays. A token of one character is its own kind; the others are the
 * constants here.
 */
final class Tokens {

  static final byte END = 0;

  /** A bare identifier or key word. */
  static final byte WORD = 1;

  /** {@code "name"} or {@code U&"name"}. */
  static final byte QUOTED = 2;

  static final byte STRING = 3;

  /** {@code N'text'} */
  static final byte NATIONAL = 4;

  static final byte BITS = 5;
  static final byte NUMBER = 6;

  /** {@code ?} where it is a parameter. */
  static final byte QUESTION = 7;

  /** {@code $1} */
  static final byte DOLLAR = 8;

  /** An operator that is none of the following and no single arithmetic or comparing character. */
  static final byte OPERATOR = 9;

  static final byte CAST = 10;
  static final byte ASSIGN = 11;

  /** {@code =>} */
  static final byte ARROW = 12;

  static final byte LESS_EQUAL = 14;
  static final byte GREATER_EQUAL = 15;
  static final byte NOT_EQUAL = 16;
  static final byte DOTS = 17;

  byte[] kinds;
  int[] starts;
  int[] ends;
  @Nullable Word[] words;
  int size;

  int[] parameters = {};
  int parameterCount;
  boolean doubtful;

  Tokens(int length) {
    int capacity = length / 4 + 16;
    kinds = new byte[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    words = new Word[capacity];
  }

  void add(byte kind, int start, int end, @Nullable Word word) {
    if (size == kinds.length) {
      int capacity = size * 2;
      kinds = Arrays.copyOf(kinds, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      words = Arrays.copyOf(words, capacity);
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    words[size++] = word;
  }

  void addParameter(int offset) {
    if (parameterCount == parameters.length) {
      parameters = Arrays.copyOf(parameters, Math.max(8, parameterCount * 2));
    }
    parameters[parameterCount++] = offset;
  }
}
