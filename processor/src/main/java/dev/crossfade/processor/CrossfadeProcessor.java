package dev.crossfade.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Generates access classes and descriptors for entities with columns in transition, or refuses
 * them. For Gradle it is aggregating: one descriptor tells of the whole compilation.
 */
@AutoService(Processor.class)
public final class CrossfadeProcessor extends AbstractProcessor {

  private static final String OURS = "dev.crossfade.annotation.";
  private static final String GENERATED = "javax.annotation.processing.Generated";

  private Compilation compilation;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    // Besides ours those of classes that may inherit a transition without an annotation of ours.
    return Set.of(
        OURS + "RenamedColumn",
        OURS + "Table",
        OURS + "Column",
        OURS + "DescriptorOnly",
        GENERATED,
        "jakarta.persistence.Entity",
        "javax.persistence.Entity",
        "org.springframework.data.relational.core.mapping.Table");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    compilation = new Compilation(environment);
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // only ours: see below
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      compilation.finish(round.errorRaised());
    } else {
      compilation.round(round);
    }
    // Others process JPA's and Spring's annotations too, so those are not claimed. Ours and the one
    // on generated classes are: -Xlint:processing warns of annotations that nobody claims.
    return annotations.stream()
        .map(annotation -> annotation.getQualifiedName().toString())
        .allMatch(name -> name.startsWith(OURS) || name.equals(GENERATED));
  }
}
