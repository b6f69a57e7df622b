package dev.crossfade.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java expression that makes a statement: literal text joined with variables, text beside text
 * merged, lines broken where a person would. Not thread-safe.
 */
final class Sql {

  private static final int WIDTH = 72;

  private final List<CodeBlock> parts = new ArrayList<>();
  private StringBuilder text = new StringBuilder();

  Sql text(String more) {
    if (text.length() + more.length() > WIDTH) {
      flush();
    }
    text.append(more);
    return this;
  }

  /** The value of a variable. */
  Sql variable(String name) {
    flush();
    parts.add(CodeBlock.of("$N", name));
    return this;
  }

  CodeBlock build() {
    flush();
    return CodeBlock.join(parts, "$W+ ");
  }

  private void flush() {
    if (text.length() > 0) {
      parts.add(CodeBlock.of("$S", text.toString()));
      text = new StringBuilder();
    }
  }
}
