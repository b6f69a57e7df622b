package dev.crossfade.agent.hook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Defines the bridge in the boot class loader. Must run before any code refers to it, or the
 * agent's own class loader would define a second one that woven code never calls.
 *
 * <p>Directly, by the JDK's internal {@code Unsafe}, which an agent may export to itself: {@link
 * Instrumentation#appendToBootstrapClassLoaderSearch} needs a temporary file that kill -9 would
 * leave behind, and makes the JVM print a warning and give up class-data sharing. It is the way out
 * should a JDK no longer have that method, and {@code -Dcrossfade.agent.bridge=jar} asks for it.
 */
public final class BootBridge {

  private static final String PACKAGE = "dev.crossfade.agent.bridge.";
  private static final List<String> CLASSES =
      List.of(PACKAGE + "Noted", PACKAGE + "Listener", PACKAGE + "Bridge");

  private BootBridge() {}

  /**
   * Defines it.
   *
   * @throws IOException if neither way worked
   */
  public static void define(Instrumentation instrumentation) throws IOException {
    if (isDefined()) {
      return;
    }
    open(instrumentation);
    if ("jar".equals(System.getProperty("crossfade.agent.bridge"))) {
      defineByJar(instrumentation);
      return;
    }
    try {
      defineDirectly();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      defineByJar(instrumentation);
    }
  }

  private static boolean isDefined() {
    try {
      Class.forName(PACKAGE + "Bridge", false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void open(Instrumentation instrumentation) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(BootBridge.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
  }

  private static void defineDirectly() throws ReflectiveOperationException, IOException {
    Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
    Object unsafe = type.getMethod("getUnsafe").invoke(null);
    Method define =
        type.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    for (String name : CLASSES) {
      byte[] classFile = classFile(name);
      define.invoke(unsafe, name, classFile, 0, classFile.length, null, null);
    }
  }

  private static void defineByJar(Instrumentation instrumentation) throws IOException {
    Path jar = Files.createTempFile("crossfade-agent-bridge", ".jar");
    jar.toFile().deleteOnExit();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      for (String name : CLASSES) {
        entries.putNextEntry(new JarEntry(path(name)));
        entries.write(classFile(name));
        entries.closeEntry();
      }
    }
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar.toFile()));
  }

  private static byte[] classFile(String name) throws IOException {
    ClassLoader loader = BootBridge.class.getClassLoader();
    try (@Nullable InputStream content = loader.getResourceAsStream(path(name))) {
      if (content == null) {
        throw new IOException(name + " is missing from the agent's jar");
      }
      return content.readAllBytes();
    }
  }

  private static String path(String name) {
    return name.replace('.', '/') + ".class";
  }
}
