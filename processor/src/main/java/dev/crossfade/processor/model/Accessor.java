package dev.crossfade.processor.model;

import com.palantir.javapoet.CodeBlock;

/**
 * How generated code reaches an attribute: a field, or a method. Immutable.
 *
 * @param method whether it is a method
 * @param name the field's or method's name
 */
public record Accessor(boolean method, String name) {

  /** The expression that reads the attribute of the variable {@code entity}. */
  public CodeBlock get(String entity) {
    return method ? CodeBlock.of("$N.$N()", entity, name) : CodeBlock.of("$N.$N", entity, name);
  }

  /** The statement that sets it to {@code value}. */
  public CodeBlock set(String entity, CodeBlock value) {
    return method
        ? CodeBlock.of("$N.$N($L)", entity, name, value)
        : CodeBlock.of("$N.$N = $L", entity, name, value);
  }
}
