package dev.crossfade.processor;

import com.palantir.javapoet.ClassName;
import dev.crossfade.processor.check.Checks;
import dev.crossfade.processor.check.Finding;
import dev.crossfade.processor.check.NotAnEntityCheck;
import dev.crossfade.processor.model.Entity;
import dev.crossfade.processor.read.EntityReader;
import dev.crossfade.processor.read.Reading;
import dev.crossfade.processor.write.AccessWriter;
import dev.crossfade.processor.write.Declared;
import dev.crossfade.processor.write.Generated;
import dev.crossfade.processor.write.ProviderWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * One compilation, over all its rounds: read, check, write. Not thread-safe, as no processor is.
 */
final class Compilation {

  private final Elements elements;
  private final EntityReader reader;
  private final Checks checks = new Checks();
  private final Reporter reporter;
  private final Output output;
  private final Generated generated;
  private final List<String> deferred = new ArrayList<>();
  private final Set<String> lookedAt = new HashSet<>();
  private final Superclasses superclasses = new Superclasses();

  Compilation(ProcessingEnvironment environment) {
    this.elements = environment.getElementUtils();
    this.reader = new EntityReader(environment);
    this.reporter = new Reporter(environment.getMessager());
    this.output = new Output(environment.getFiler(), reporter);
    this.generated = new Generated(elements);
  }

  void round(RoundEnvironment round) {
    List<Entity> good = new ArrayList<>();
    for (TypeElement type : candidates(round.getRootElements())) {
      reporter.hasSource(type);
      superclasses.see(type);
      if (EntityReader.cannotBeEntity(type) && EntityReader.declaresTransition(type)) {
        reporter.report(List.of(NotAnEntityCheck.refuse(type)));
      }
      Reading reading = reader.read(type);
      if (reading instanceof Reading.Unresolved) {
        deferred.add(type.getQualifiedName().toString());
      } else if (reading instanceof Reading.Read read) {
        superclasses.extendedBy(type);
        check(read.entity(), good);
      }
    }
    write(good);
  }

  private void check(Entity entity, List<Entity> good) {
    List<Finding> findings = checks.check(entity);
    if (!findings.isEmpty()
        && findings.stream().allMatch(Finding::mayBeGenerated)
        && lookedAt.add(entity.name())) {
      // Lombok's accessors and constructors are there from the second round on.
      deferred.add(entity.name());
      return;
    }
    reporter.report(findings);
    if (findings.isEmpty() && !entity.inTransition().isEmpty()) {
      good.add(entity);
    }
  }

  void finish(boolean errors) {
    List<Entity> good = new ArrayList<>();
    for (TypeElement type : candidates(Set.of())) {
      if (reader.read(type) instanceof Reading.Read read) {
        check(read.entity(), good);
      }
    }
    if (!errors && !reporter.hasRefused()) {
      write(good);
      superclasses.unused().forEach(reporter::nobodyExtends);
      output.finish();
    }
  }

  // One provider for each round with entities, which is nearly always one: a class that is
  // generated in the last round would be warned of.
  private void write(List<Entity> entities) {
    if (entities.isEmpty()) {
      return;
    }
    List<Declared> declared = new ArrayList<>();
    for (Entity entity : entities) {
      entity
          .transitions()
          .forEach(transition -> declared.add(new Declared(transition, entity.name())));
      if (entity.generatesCode()) {
        output.source(new AccessWriter(entity, generated).write(), entity.type());
      }
    }
    TypeElement first = entities.get(0).type();
    ClassName provider =
        ProviderWriter.name(elements.getPackageOf(first).getQualifiedName().toString(), declared);
    output.source(ProviderWriter.write(provider, declared, generated), first);
    output.declare(provider.reflectionName(), declared);
  }

  /** The round's classes, nested ones too, and those put off, by name: the order never changes. */
  private List<TypeElement> candidates(Set<? extends Element> roots) {
    Map<String, TypeElement> byName = new LinkedHashMap<>();
    for (String name : List.copyOf(deferred)) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        byName.put(name, type);
      }
    }
    deferred.clear();
    roots.forEach(root -> add(root, byName));
    List<TypeElement> types = new ArrayList<>(byName.values());
    types.sort(Comparator.comparing(type -> type.getQualifiedName().toString()));
    return types;
  }

  private static void add(Element element, Map<String, TypeElement> to) {
    if (element instanceof TypeElement type) {
      to.put(type.getQualifiedName().toString(), type);
      type.getEnclosedElements().forEach(inner -> add(inner, to));
    }
  }
}
