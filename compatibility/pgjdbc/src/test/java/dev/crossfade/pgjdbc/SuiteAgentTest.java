package dev.crossfade.pgjdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.xa.PGXADataSource;

class SuiteAgentTest {

  /** What the suite's classes do. */
  static final class Sample {

    Object driverManager() throws Exception {
      return java.sql.DriverManager.getConnection("jdbc:postgresql://localhost/none");
    }

    Object dataSource(PGSimpleDataSource dataSource) throws Exception {
      return dataSource.getConnection("user", "password");
    }

    Object xa(PGXADataSource dataSource) throws Exception {
      return dataSource.getXAConnection();
    }

    Object cast(Object connection) {
      return (PGConnection) connection;
    }

    boolean instance(Object connection) {
      return connection instanceof PGConnection;
    }

    Object itsOwn(Object value) {
      return (Sample) value;
    }
  }

  @Test
  void everyWayToTheDriverIsRedirected() throws Exception {
    byte[] changed = SuiteAgent.transform(bytes());
    assertThat(calls(changed))
        .contains(
            "getConnection(Ljava/lang/String;)Ljava/sql/Connection;",
            "getConnection(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;)Ljava/sql/Connection;",
            "getXAConnection(Ljava/lang/Object;)Ljavax/sql/XAConnection;",
            "cast(Ljava/lang/Object;Ljava/lang/Class;)Ljava/lang/Object;",
            "isInstance(Ljava/lang/Object;Ljava/lang/Class;)Z")
        .hasSize(5);
    for (String call : calls(changed)) {
      String name = call.substring(0, call.indexOf('('));
      assertThat(Redirect.class.getMethods())
          .anySatisfy(m -> assertThat(m.getName()).isEqualTo(name));
    }
  }

  @Test
  void whatIsChangedIsAClassThatTheJvmTakes() throws Exception {
    byte[] changed = SuiteAgent.transform(bytes());
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Sample.class.getName())
                ? defineClass(name, changed, 0, changed.length)
                : super.loadClass(name, resolve);
          }
        };
    var constructor = loader.loadClass(Sample.class.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    assertThat(constructor.newInstance()).isNotInstanceOf(Sample.class);
  }

  @Test
  void anOutcomeSurvivesItsLine() {
    Outcome outcome =
        new Outcome(
            "[engine:junit-jupiter]/[class-template:org.postgresql.test.jdbc2.ResultSetTest]"
                + "/[class-template-invocation:#2]/[method:testIt()]",
            Outcome.Status.FAILED,
            true,
            "two\nlines\tand a tab");
    Outcome read = Outcome.parse(outcome.line());
    assertThat(read.message()).isEqualTo("two lines and a tab");
    assertThat(read.id()).isEqualTo(outcome.id());
    assertThat(read.className()).isEqualTo("org.postgresql.test.jdbc2.ResultSetTest");
    assertThat(read.shortId()).isEqualTo("jdbc2.ResultSetTest #2 testIt()");
    assertThat(read.testName()).isEqualTo("jdbc2.ResultSetTest testIt()");
  }

  private static byte[] bytes() throws IOException {
    try (InputStream in =
        Sample.class.getResourceAsStream(
            Sample.class.getName().replaceAll(".*\\.", "") + ".class")) {
      return in.readAllBytes();
    }
  }

  private static List<String> calls(byte[] bytes) {
    List<String> calls = new ArrayList<>();
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String name, String descriptor, boolean itf) {
                    if (owner.equals("dev/crossfade/pgjdbc/Redirect")) {
                      calls.add(name + descriptor);
                    }
                  }
                };
              }
            },
            0);
    return calls;
  }
}
