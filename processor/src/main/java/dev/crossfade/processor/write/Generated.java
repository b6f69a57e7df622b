package dev.crossfade.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.util.Elements;

/** Marks classes as generated, where the compilation sees the annotation for it. */
public final class Generated {

  private static final String NAME = "javax.annotation.processing.Generated";

  private final boolean visible;

  public Generated(Elements elements) {
    // A named module sees it only if it reads java.compiler.
    this.visible = elements.getTypeElement(NAME) != null;
  }

  void mark(TypeSpec.Builder type) {
    if (visible) {
      type.addAnnotation(
          AnnotationSpec.builder(ClassName.bestGuess(NAME))
              .addMember("value", "$S", "dev.crossfade.processor.CrossfadeProcessor")
              .build());
    }
  }
}
