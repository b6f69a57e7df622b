package dev.crossfade.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.crossfade.model.Transition;
import dev.crossfade.model.TransitionProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.lang.model.element.Modifier;

/** Writes the {@link TransitionProvider} of a compilation. */
public final class ProviderWriter {

  private static final TypeName LIST =
      ParameterizedTypeName.get(ClassName.get(List.class), ClassName.get(Transition.class));

  private ProviderWriter() {}

  /**
   * The provider's name. Two modules must not have the same, or only one would be loaded: it holds
   * a checksum of the entities' names.
   */
  public static ClassName name(String packageName, List<Declared> declared) {
    CRC32 checksum = new CRC32();
    declared.stream()
        .map(Declared::entity)
        .distinct()
        .forEach(entity -> checksum.update((entity + "\n").getBytes(StandardCharsets.UTF_8)));
    return ClassName.get(
        packageName, String.format("CrossfadeTransitions_%08x", checksum.getValue()));
  }

  public static JavaFile write(ClassName name, List<Declared> declared, Generated generated) {
    List<CodeBlock> transitions =
        declared.stream().map(Declared::transition).distinct().map(TransitionCode::of).toList();
    TypeSpec.Builder provider =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(TransitionProvider.class)
            .addJavadoc(
                "The transitions that $L declares. Found by {@link java.util.ServiceLoader}.\n",
                declared.stream()
                    .map(Declared::entity)
                    .distinct()
                    .map(Doc::code)
                    .collect(Collectors.joining(", ")))
            .addField(
                FieldSpec.builder(LIST, "ALL", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$T.of(\n$L)", List.class, CodeBlock.join(transitions, ",\n"))
                    .build())
            .addMethod(
                MethodSpec.methodBuilder("transitions")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(LIST)
                    .addStatement("return ALL")
                    .build());
    generated.mark(provider);
    return JavaFile.builder(name.packageName(), provider.build()).skipJavaLangImports(true).build();
  }
}
