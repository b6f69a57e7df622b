package dev.crossfade.processor;

import com.palantir.javapoet.JavaFile;
import dev.crossfade.model.TransitionProvider;
import dev.crossfade.processor.write.Declared;
import dev.crossfade.processor.write.Descriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * Writes files: sources at once, the descriptor and the providers' list when all rounds are over.
 */
final class Output {

  private final Filer filer;
  private final Reporter reporter;
  private final List<String> providers = new ArrayList<>();
  private final List<Declared> declared = new ArrayList<>();

  Output(Filer filer, Reporter reporter) {
    this.filer = filer;
    this.reporter = reporter;
  }

  void source(JavaFile file, TypeElement entity) {
    String name = file.packageName() + "." + file.typeSpec().name();
    try {
      file.writeTo(filer);
    } catch (FilerException taken) {
      reporter.nameTaken(name, entity);
    } catch (IOException e) {
      reporter.unwritable(name, String.valueOf(e.getMessage()));
    }
  }

  void declare(String provider, List<Declared> transitions) {
    providers.add(provider);
    declared.addAll(transitions);
  }

  void finish() {
    if (!providers.isEmpty()) {
      resource(Descriptor.PATH, Descriptor.render(declared));
      resource(
          "META-INF/services/" + TransitionProvider.class.getName(),
          String.join("\n", providers) + "\n");
    }
  }

  private void resource(String path, String text) {
    try (OutputStream out =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", path).openOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      reporter.unwritable(path, String.valueOf(e.getMessage()));
    }
  }
}
