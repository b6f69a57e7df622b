package dev.crossfade.pgjdbc;

import java.util.Set;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Within one method: opening a connection becomes a call of {@link Redirect}, and a cast or {@code
 * instanceof} on one of the driver's types the question that JDBC has for it, {@code unwrap} or
 * {@code isWrapperFor}.
 */
final class CallSites extends MethodVisitor {

  private static final String REDIRECT = Type.getInternalName(Redirect.class);
  private static final String OPENING = "getConnection";
  private static final Set<String> DATA_SOURCES =
      Set.of("getConnection", "getPooledConnection", "getXAConnection");

  CallSites(MethodVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (owner.equals("java/sql/DriverManager") && name.equals(OPENING)) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, REDIRECT, name, descriptor, false);
    } else if (isDataSource(owner)
        && DATA_SOURCES.contains(name)
        && opcode != Opcodes.INVOKESTATIC
        && opcode != Opcodes.INVOKESPECIAL) {
      String withOwner = "(Ljava/lang/Object;" + descriptor.substring(1);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, REDIRECT, name, withOwner, false);
    } else {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }

  /** Of JDBC or of the driver; the suite's own subclasses inherit the call from one of these. */
  private static boolean isDataSource(String owner) {
    return (owner.startsWith("javax/sql/")
            || owner.startsWith("org/postgresql/ds/")
            || owner.startsWith("org/postgresql/xa/")
            || owner.startsWith("org/postgresql/jdbc2/optional/"))
        && (owner.endsWith("DataSource") || owner.endsWith("/ConnectionPool"));
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.CHECKCAST && isDrivers(type)) {
      super.visitLdcInsn(Type.getObjectType(type));
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          REDIRECT,
          "cast",
          "(Ljava/lang/Object;Ljava/lang/Class;)Ljava/lang/Object;",
          false);
      super.visitTypeInsn(Opcodes.CHECKCAST, type);
    } else if (opcode == Opcodes.INSTANCEOF && isDrivers(type)) {
      super.visitLdcInsn(Type.getObjectType(type));
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          REDIRECT,
          "isInstance",
          "(Ljava/lang/Object;Ljava/lang/Class;)Z",
          false);
    } else {
      super.visitTypeInsn(opcode, type);
    }
  }

  private static boolean isDrivers(String type) {
    return type.startsWith("org/postgresql/") && !type.startsWith("org/postgresql/test/");
  }
}
