package dev.crossfade.spring;

import dev.crossfade.model.TransitionProvider;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image must keep: the transitions, which are found by their descriptors' names. */
final class CrossfadeRuntimeHints implements RuntimeHintsRegistrar {

  @Override
  public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
    hints.resources().registerPattern("META-INF/services/" + TransitionProvider.class.getName());
    for (TransitionProvider provider : ServiceLoader.load(TransitionProvider.class, loader)) {
      hints
          .reflection()
          .registerType(provider.getClass(), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
    }
  }
}
