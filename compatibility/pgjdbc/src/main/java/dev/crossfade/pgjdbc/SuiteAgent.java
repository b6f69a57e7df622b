package dev.crossfade.pgjdbc;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Attached to the JVM that runs the suite: changes the suite's own classes, never the driver's, so
 * that they open their connections by {@link Redirect}.
 */
public final class SuiteAgent implements ClassFileTransformer {

  private final String directory;

  private SuiteAgent(String directory) {
    this.directory = directory;
  }

  /**
   * Called by the JVM.
   *
   * @param directory where the suite's classes are
   */
  public static void premain(String directory, Instrumentation instrumentation) {
    instrumentation.addTransformer(new SuiteAgent(directory));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (!isSuite(domain)) {
      return null;
    }
    try {
      return transform(bytes);
    } catch (RuntimeException e) {
      // The JVM would swallow it, and the class would run against the driver unnoticed.
      System.err.println(name + " can not be redirected: " + e);
      Runtime.getRuntime().halt(3);
      throw e;
    }
  }

  private boolean isSuite(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    return source != null
        && source.getLocation() != null
        && source.getLocation().getPath().startsWith(directory);
  }

  /** {@code bytes} of a class with its ways to the driver redirected. */
  static byte[] transform(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    // No branch is added, so the frames stay as they are.
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new CallSites(
                super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }
}
