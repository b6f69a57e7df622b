import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a class for each of JDBC's interfaces in which every method refuses, so that by hand the
 * stub driver has only what it can do. Run by the build as a single source file: {@code java
 * Unsupported.java <output directory>}.
 */
final class Unsupported {

  private static final String PACKAGE = "dev.crossfade.benchmarks.stub";

  private static final List<Class<?>> TYPES =
      List.of(
          Connection.class,
          PreparedStatement.class,
          ResultSet.class,
          DatabaseMetaData.class,
          Array.class);

  private Unsupported() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]).resolve(PACKAGE.replace('.', '/'));
    Files.createDirectories(directory);
    for (Class<?> type : TYPES) {
      Path file = directory.resolve("Unsupported" + type.getSimpleName() + ".java");
      String text = source(type);
      // An untouched file keeps its time, so that an unchanged module is not compiled again.
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.writeString(file, text);
      }
    }
  }

  private static String source(Class<?> type) {
    StringBuilder text = new StringBuilder();
    text.append("// Written by src/build/java/Unsupported.java.\n");
    text.append("package ").append(PACKAGE).append(";\n\n");
    text.append("import org.jspecify.annotations.NullUnmarked;\n\n");
    text.append("@NullUnmarked\n@SuppressWarnings(\"deprecation\")\n");
    text.append("abstract class Unsupported").append(type.getSimpleName());
    text.append(" implements ").append(type.getName()).append(" {\n");
    Arrays.stream(type.getMethods())
        // A default method refuses already.
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .sorted(Comparator.comparing(Method::toGenericString))
        .forEach(method -> append(method, text));
    return text.append("}\n").toString();
  }

  private static void append(Method method, StringBuilder text) {
    text.append("\n  @Override\n  public ");
    if (method.getTypeParameters().length > 0) {
      text.append(
          Arrays.stream(method.getTypeParameters())
              .map(Type::getTypeName)
              .collect(Collectors.joining(", ", "<", "> ")));
    }
    text.append(name(method.getGenericReturnType())).append(' ').append(method.getName());
    text.append('(');
    Type[] parameters = method.getGenericParameterTypes();
    for (int i = 0; i < parameters.length; i++) {
      text.append(i == 0 ? "" : ", ").append(name(parameters[i])).append(" p").append(i);
    }
    text.append(')');
    if (method.getExceptionTypes().length > 0) {
      text.append(
          Arrays.stream(method.getExceptionTypes())
              .map(Class::getName)
              .collect(Collectors.joining(", ", " throws ", "")));
    }
    text.append(" {\n    throw new UnsupportedOperationException(\"the stub has no ");
    text.append(method.getName()).append("\");\n  }\n");
  }

  private static String name(Type type) {
    return type.getTypeName().replace('$', '.');
  }
}
