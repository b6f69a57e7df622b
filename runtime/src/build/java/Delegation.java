import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Writes the JDBC proxy's plain delegation, so that by hand there is policy only. Run by the build
 * as a single source file: {@code java Delegation.java <output directory> <class path>}.
 *
 * <p>It reads the interfaces through javac with {@code --release 17}, not by reflection, so that
 * every JDK writes the same sources.
 */
@SupportedAnnotationTypes("*")
public final class Delegation extends AbstractProcessor {

  private static final String PACKAGE = "dev.crossfade.jdbc";

  private final Path directory;

  private Delegation(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] arguments) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("--release", "17", "-proc:only", "-classpath", arguments[1], "-Xlint:none");
    JavaCompiler.CompilationTask task =
        javac.getTask(null, null, null, options, List.of("java.lang.Object"), null);
    task.setProcessors(List.of(new Delegation(Path.of(arguments[0]))));
    if (!task.call()) {
      throw new IllegalStateException("the delegation could not be written");
    }
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (round.processingOver()) {
      return false;
    }
    write(root("DelegatingDataSource", "javax.sql.DataSource", null));
    write(root("DelegatingConnectionPoolDataSource", "javax.sql.ConnectionPoolDataSource", null));
    write(root("DelegatingXaDataSource", "javax.sql.XADataSource", null));
    write(root("DelegatingConnection", "java.sql.Connection", "org.postgresql.core.BaseConnection"));
    write(root("DelegatingQueryExecutor", "org.postgresql.core.QueryExecutor", null));
    write(root("DelegatingDatabaseMetaData", "java.sql.DatabaseMetaData", null));
    write(root("DelegatingResultSet", "java.sql.ResultSet", null));
    write(root("DelegatingResultSetMetaData", "java.sql.ResultSetMetaData", "org.postgresql.PGResultSetMetaData"));
    write(updates());
    write(root("DelegatingStatement", "java.sql.Statement", "org.postgresql.PGStatement"));
    write(extension("DelegatingPreparedStatement", "CrossfadeStatement", "java.sql.PreparedStatement"));
    write(extension("DelegatingCallableStatement", "CrossfadePreparedStatement", "java.sql.CallableStatement"));
    write(setters());
    return false;
  }

  /** A class that delegates a whole interface, and perhaps the driver's own one beside it. */
  private Source root(String name, String jdbc, String driver) {
    String simple = simple(jdbc);
    boolean generic = name.equals("DelegatingStatement");
    Source source = new Source(name);
    source.line(
        "abstract class %s%s implements %s%s {",
        name,
        generic ? "<D extends " + jdbc + ">" : "",
        jdbc,
        driver == null ? "" : ", " + driver);
    source.line("");
    source.line("  %s delegate;", generic ? "D" : jdbc);
    source.line("");
    source.line("  %s(%s delegate) {", name, generic ? "D" : jdbc);
    source.line("    this.delegate = delegate;");
    source.line("  }");
    Map<String, ExecutableElement> methods = methods(jdbc, m -> true);
    List<ExecutableElement> all = new ArrayList<>(methods.values());
    for (ExecutableElement method : methods.values()) {
      if (generic && isExecution(method) && !method.getParameters().isEmpty()) {
        source.textExecution(method);
      } else {
        source.method(method, "delegate");
      }
    }
    if (generic) {
      source.line("");
      source.line("  /** See {@link Session#isAlone}. */");
      source.line("  abstract boolean isAlone();");
      source.line("");
      source.line("  /** What is known of a text before it is parsed. */");
      source.line("  abstract Verdict verdict(String sql) throws java.sql.SQLException;");
      source.line("");
      source.line("  /** The text to execute in the application's place. */");
      source.line("  abstract String text(Verdict verdict, String sql, GeneratedKeys keys)");
      source.line("      throws java.sql.SQLException;");
      source.line("");
      source.line("  /** The text to execute after {@code text} has just failed, or null. */");
      source.line("  abstract @Nullable String textAfter(");
      source.line("      java.sql.SQLException failure, boolean alone, int tries, Verdict verdict, String text,");
      source.line("      String sql, GeneratedKeys keys);");
      source.line("");
      source.line("  /** Called after a text was executed or has failed. */");
      source.line("  abstract void executed(Verdict verdict);");
    }
    if (driver != null) {
      source.line("");
      source.line("  /** The driver's own view of the same %s. */", simple);
      source.line("  abstract %s driver() throws java.sql.SQLException;", driver);
      Map<String, ExecutableElement> more = methods(driver, m -> true);
      more.keySet().removeAll(methods.keySet());
      for (ExecutableElement method : more.values()) {
        source.method(method, throwsSqlException(method) ? "driver()" : "Unwrapping.unchecked(this::driver)");
      }
      all.addAll(more.values());
    }
    if (all.stream().anyMatch(m -> text(m.getReturnType()).equals("java.sql.ResultSet"))) {
      source.line("");
      source.line("  /** The proxy of a result. */");
      source.line("  abstract java.sql.ResultSet wrap(java.sql.ResultSet result);");
    }
    source.line("}");
    return source;
  }

  private static boolean throwsSqlException(ExecutableElement method) {
    return method.getThrownTypes().stream().anyMatch(t -> text(t).equals("java.sql.SQLException"));
  }

  /** A class that adds to {@code superclass} what {@code jdbc} declares itself. */
  private Source extension(String name, String superclass, String jdbc) {
    Source source = new Source(name);
    source.line("abstract class %s<D extends %s> extends %s<D> implements %s {", name, jdbc, superclass, jdbc);
    source.line("");
    boolean prepared = jdbc.endsWith("PreparedStatement");
    if (prepared) {
      source.line("  /** Null for a statement that only delegates. */");
      source.line("  final @Nullable Preparation<D> preparation;");
      source.line("");
      source.line("  %s(D delegate, Session session, @Nullable Preparation<D> preparation) {", name);
      source.line("    super(delegate, session);");
      source.line("    this.preparation = preparation;");
      source.line("  }");
      source.line("");
      source.line("  /** Called before a value is bound that perhaps can not be bound a second time. */");
      source.line("  abstract void beforeBindingOnce() throws java.sql.SQLException;");
      source.line("");
      source.line("  /** Called before each execution. */");
      source.line("  abstract void beforeExecuting(Preparation<D> preparation) throws java.sql.SQLException;");
      source.line("");
      source.line("  /** Whether the delegate is to be executed once more after it has failed. */");
      source.line("  abstract boolean isWorthRepeating(");
      source.line("      java.sql.SQLException failure, Preparation<D> preparation, boolean alone, int tries);");
      source.line("");
      source.line("  /** Called after each execution, whether it succeeded or not. */");
      source.line("  abstract void afterExecuting(Preparation<D> preparation);");
    } else {
      source.line("  %s(D delegate, Session session, @Nullable Preparation<D> preparation) {", name);
      source.line("    super(delegate, session, preparation);");
      source.line("  }");
    }
    TypeElement type = type(jdbc);
    for (ExecutableElement method : methods(jdbc, m -> m.getEnclosingElement().equals(type)).values()) {
      if (prepared && isSetter(method)) {
        source.setter(method);
      } else if (prepared && isExecution(method)) {
        source.preparedExecution(method);
      } else {
        source.method(method, "delegate");
      }
    }
    source.line("}");
    return source;
  }

  /** Every update of a result set's column, led to all places where its value has to go. */
  private Source updates() {
    Source source = new Source("DelegatingUpdates");
    source.line("abstract class DelegatingUpdates extends CrossfadeResultSet {");
    source.line("");
    source.line("  DelegatingUpdates(");
    source.line("      java.sql.ResultSet delegate, Session session, java.sql.Statement statement,");
    source.line("      Written updatable) {");
    source.line("    super(delegate, session, statement, updatable);");
    source.line("  }");
    source.line("");
    source.line("  /** The columns of the driver's result to update for the application's column. */");
    source.line("  abstract int[] places(int column) throws java.sql.SQLException;");
    for (ExecutableElement method : methods("java.sql.ResultSet", m -> isUpdate(m)).values()) {
      source.update(method);
    }
    source.line("}");
    return source;
  }

  private static boolean isUpdate(ExecutableElement method) {
    return method.getSimpleName().toString().startsWith("update")
        && !method.getParameters().isEmpty();
  }

  /** Every setter of a PreparedStatement by number, so that a bound value can be bound again. */
  private Source setters() {
    Source source = new Source("Setters");
    source.line("final class Setters {");
    List<ExecutableElement> setters = setterList();
    source.line("");
    source.line("  private Setters() {}");
    source.line("");
    source.line("  /** Calls a setter by its number. */");
    source.line("  static void call(");
    source.line("      java.sql.PreparedStatement statement, int index, int setter, long bits,");
    source.line("      @Nullable Object value, @Nullable Object extra) throws java.sql.SQLException {");
    source.line("    switch (setter) {");
    for (int i = 0; i < setters.size(); i++) {
      Slots slots = slots(setters.get(i));
      source.line(
          "      case %d -> statement.%s(index, %s);",
          i + 1, setters.get(i).getSimpleName(), String.join(", ", slots.unpacked));
    }
    source.line("      default -> throw new IllegalArgumentException(\"no setter \" + setter);");
    source.line("    }");
    source.line("  }");
    source.line("}");
    return source;
  }

  private List<ExecutableElement> setterList() {
    TypeElement prepared = type("java.sql.PreparedStatement");
    return methods(
            "java.sql.PreparedStatement",
            m -> m.getEnclosingElement().equals(prepared) && isSetter(m))
        .values()
        .stream()
        .toList();
  }

  private static boolean isExecution(ExecutableElement method) {
    return switch (method.getSimpleName().toString()) {
      case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> true;
      default -> false;
    };
  }

  private static boolean isSetter(ExecutableElement method) {
    return method.getSimpleName().toString().startsWith("set")
        && method.getParameters().size() > 1
        && method.getParameters().get(0).asType().getKind() == TypeKind.INT;
  }

  /** What must be done so that a value can be bound again. */
  private enum Care {
    PLAIN,
    /** The application may change the object after it was bound. */
    COPIED,
    /** It can be read only once. */
    STREAM,
    /** Binding it stores it in the database at once. */
    LARGE_OBJECT
  }

  private static Care care(ExecutableElement setter) {
    String name = setter.getSimpleName().toString();
    if (name.equals("setBlob") || name.equals("setClob") || name.equals("setNClob")) {
      return Care.LARGE_OBJECT;
    }
    return switch (text(setter.getParameters().get(1).asType())) {
      case "java.io.InputStream", "java.io.Reader" -> Care.STREAM;
      case "java.lang.Object", "java.sql.Date", "java.sql.Time", "java.sql.Timestamp" ->
          Care.COPIED;
      default -> Care.PLAIN;
    };
  }

  /** Where a setter's arguments are kept: at most one long and two objects. */
  private static final class Slots {
    String bits = "0L";
    String value = "null";
    String extra = "null";
    final List<String> unpacked = new ArrayList<>();
  }

  private static Slots slots(ExecutableElement setter) {
    Slots slots = new Slots();
    List<? extends VariableElement> parameters = setter.getParameters();
    long ints =
        parameters.stream().skip(1).filter(p -> p.asType().getKind() == TypeKind.INT).count();
    boolean highTaken = false;
    for (int i = 1; i < parameters.size(); i++) {
      TypeMirror type = parameters.get(i).asType();
      String name = "p" + i;
      switch (type.getKind()) {
        case INT -> {
          if (ints == 1) {
            slots.bits = name;
            slots.unpacked.add("(int) bits");
          } else if (!highTaken) {
            slots.bits = "((long) " + name + " << 32)";
            slots.unpacked.add("(int) (bits >> 32)");
            highTaken = true;
          } else {
            slots.bits += " | (" + name + " & 0xffffffffL)";
            slots.unpacked.add("(int) bits");
          }
        }
        case LONG, SHORT, BYTE -> {
          slots.bits = name;
          slots.unpacked.add("(" + text(type) + ") bits");
        }
        case BOOLEAN -> {
          slots.bits = name + " ? 1 : 0";
          slots.unpacked.add("bits != 0");
        }
        case FLOAT -> {
          slots.bits = "Float.floatToRawIntBits(" + name + ")";
          slots.unpacked.add("Float.intBitsToFloat((int) bits)");
        }
        case DOUBLE -> {
          slots.bits = "Double.doubleToRawLongBits(" + name + ")";
          slots.unpacked.add("Double.longBitsToDouble(bits)");
        }
        default -> {
          if (slots.value.equals("null")) {
            slots.value = name;
            slots.unpacked.add("(" + text(type) + ") value");
          } else {
            slots.extra = name;
            slots.unpacked.add("(" + text(type) + ") extra");
          }
        }
      }
    }
    return slots;
  }

  private Map<String, ExecutableElement> methods(
      String interfaceName, Predicate<ExecutableElement> kept) {
    // In an order of our own: each JDK has another one for what it reads from class files.
    Map<String, ExecutableElement> methods = new TreeMap<>();
    TypeElement type = type(interfaceName);
    List<TypeElement> all = new ArrayList<>();
    collect(type, all);
    for (TypeElement owner : all) {
      for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
        if (!method.getModifiers().contains(Modifier.STATIC) && kept.test(method)) {
          methods.putIfAbsent(signature(method), method);
        }
      }
    }
    return methods;
  }

  private void collect(TypeElement type, List<TypeElement> into) {
    into.add(type);
    for (TypeMirror parent : type.getInterfaces()) {
      collect((TypeElement) processingEnv.getTypeUtils().asElement(parent), into);
    }
  }

  private String signature(ExecutableElement method) {
    StringBuilder text = new StringBuilder(method.getSimpleName()).append('(');
    for (VariableElement parameter : method.getParameters()) {
      text.append(text(processingEnv.getTypeUtils().erasure(parameter.asType()))).append(';');
    }
    return text.toString();
  }

  /** The type's text without the annotations that newer JDKs print with it. */
  private static String text(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> text(((ArrayType) type).getComponentType()) + "[]";
      case TYPEVAR -> ((TypeVariable) type).asElement().getSimpleName().toString();
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? "?" : "? extends " + text(bound);
      }
      case DECLARED -> {
        DeclaredType declared = (DeclaredType) type;
        String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
        List<String> arguments =
            declared.getTypeArguments().stream().map(Delegation::text).toList();
        yield arguments.isEmpty() ? name : name + "<" + String.join(", ", arguments) + ">";
      }
      default -> type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  private TypeElement type(String name) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
    if (type == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return type;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void write(Source source) {
    Path file = directory.resolve(PACKAGE.replace('.', '/')).resolve(source.name + ".java");
    try {
      Files.createDirectories(file.getParent());
      String text = source.text.toString();
      // An untouched file keeps its time, so that an unchanged module is not compiled again.
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.writeString(file, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Source {
    final String name;
    final StringBuilder text = new StringBuilder();

    Source(String name) {
      this.name = name;
      line("// Written by src/build/java/Delegation.java.");
      line("package %s;", PACKAGE);
      line("");
      line("import org.jspecify.annotations.NullUnmarked;");
      if (name.endsWith("PreparedStatement") || name.endsWith("CallableStatement") || name.equals("DelegatingStatement") || name.equals("Setters")) {
        line("import org.jspecify.annotations.Nullable;");
      }
      line("");
      line("@NullUnmarked");
      line("@SuppressWarnings({\"deprecation\", \"cast\"})");
    }

    void line(String format, Object... arguments) {
      text.append(arguments.length == 0 ? format : String.format(format, arguments)).append('\n');
    }

    void method(ExecutableElement method, String target) {
      open(method);
      String call = wrapped(method, call(method, target));
      line("    %s%s;", method.getReturnType().getKind() == TypeKind.VOID ? "" : "return ", call);
      line("  }");
    }

    private String wrapped(ExecutableElement method, String call) {
      boolean result = Delegation.text(method.getReturnType()).equals("java.sql.ResultSet");
      return result ? "wrap(" + call + ")" : call;
    }

    /** Without an object or a boxed value of its own, as a lambda in a common method would have. */
    void textExecution(ExecutableElement method) {
      String keys = "GeneratedKeys.NONE";
      if (method.getParameters().size() > 1) {
        String asked = Delegation.text(method.getParameters().get(1).asType());
        keys = asked.equals("int[]") ? keys : "GeneratedKeys.of(p1)";
      }
      String call = call(method, "delegate");
      open(method);
      line("    Verdict verdict = verdict(p0);");
      line("    if (verdict.passes()) {");
      line("      return %s;", wrapped(method, call));
      line("    }");
      line("    boolean alone = isAlone();");
      line("    GeneratedKeys keys = %s;", keys);
      line("    String text = text(verdict, p0, keys);");
      line("    try {");
      line("      for (int tries = 1; ; tries++) {");
      line("        try {");
      line("          return %s;", wrapped(method, call.replace("(p0", "(text")));
      line("        } catch (java.sql.SQLException e) {");
      line("          String now = textAfter(e, alone, tries, verdict, text, p0, keys);");
      line("          if (now == null) {");
      line("            throw e;");
      line("          }");
      line("          text = now;");
      line("        }");
      line("      }");
      line("    } finally {");
      line("      executed(verdict);");
      line("    }");
      line("  }");
    }

    void preparedExecution(ExecutableElement method) {
      String call = wrapped(method, call(method, "delegate"));
      open(method);
      line("    Preparation<D> preparation = this.preparation;");
      line("    if (preparation == null) {");
      line("      return %s;", call);
      line("    }");
      line("    boolean alone = isAlone();");
      line("    try {");
      line("      beforeExecuting(preparation);");
      line("      for (int tries = 1; ; tries++) {");
      line("        try {");
      line("          return %s;", call);
      line("        } catch (java.sql.SQLException e) {");
      line("          if (!isWorthRepeating(e, preparation, alone, tries)) {");
      line("            throw e;");
      line("          }");
      line("        }");
      line("      }");
      line("    } finally {");
      line("      afterExecuting(preparation);");
      line("    }");
      line("  }");
    }

    void setter(ExecutableElement method) {
      int number = setterList().stream().map(Delegation.this::signature).toList().indexOf(signature(method)) + 1;
      Slots slots = slots(method);
      open(method);
      String kept = String.format("p0, %d, %s, %s, %s", number, slots.bits, slots.value, slots.extra);
      line("    Preparation<D> bindings = this.preparation;");
      line("    if (bindings == null || bindings.written() == null) {");
      line("      %s;", call(method, "delegate"));
      switch (care(method)) {
        case PLAIN, COPIED -> {
          boolean copied = care(method) == Care.COPIED;
          if (copied) {
            line("    } else if (BoundValue.isLargeObject(%s)) {", slots.value);
            line("      bindings.bindLargeObject(delegate, %s);", kept);
          }
          line("    } else {");
          line("      if (bindings.isOneToOne()) {");
          line("        %s;", call(method, "delegate"));
          line("      } else {");
          line("        for (int place : bindings.placesOf(p0)) {");
          line("          %s;", call(method, "delegate").replace("(p0", "(place"));
          line("        }");
          line("      }");
          line("      bindings.%s(%s);", copied ? "keepCopy" : "keep", kept);
        }
        case STREAM -> {
          line("    } else {");
          line("      beforeBindingOnce();");
          line("      bindings.bindStream(delegate, %s);", kept);
        }
        case LARGE_OBJECT -> {
          line("    } else {");
          line("      beforeBindingOnce();");
          line("      bindings.bindLargeObject(delegate, %s);", kept);
        }
      }
      line("    }");
      line("  }");
    }

    void update(ExecutableElement method) {
      open(method);
      List<? extends VariableElement> parameters = method.getParameters();
      StringBuilder rest = new StringBuilder();
      String copy = null;
      for (int i = 1; i < parameters.size(); i++) {
        String type = Delegation.text(parameters.get(i).asType());
        copy = type.equals("java.io.InputStream") ? "bytes" : type.equals("java.io.Reader") ? "characters" : copy;
        rest.append(", p").append(i);
      }
      if (parameters.get(0).asType().getKind() != TypeKind.INT) {
        line("    %s(findColumn(p0)%s);", method.getSimpleName(), rest);
      } else {
        if (copy != null) {
          // It can be read only once, and is needed at each place.
          line("    var content = StreamContent.%s(p1);", copy);
          rest.replace(0, 4, ", content.again()");
        }
        line("    for (int place : places(p0)) {");
        line("      delegate.%s(place%s);", method.getSimpleName(), rest);
        line("    }");
      }
      line("  }");
    }

    private void open(ExecutableElement method) {
      StringBuilder head = new StringBuilder("  public ");
      if (!method.getTypeParameters().isEmpty()) {
        head.append('<');
        String separator = "";
        for (TypeParameterElement parameter : method.getTypeParameters()) {
          head.append(separator).append(parameter);
          separator = ", ";
        }
        head.append("> ");
      }
      head.append(Delegation.text(method.getReturnType())).append(' ').append(method.getSimpleName()).append('(');
      for (int i = 0; i < method.getParameters().size(); i++) {
        String type = Delegation.text(method.getParameters().get(i).asType());
        if (method.isVarArgs() && i == method.getParameters().size() - 1) {
          type = type.substring(0, type.length() - 2) + "...";
        }
        head.append(i == 0 ? "" : ", ").append(type).append(" p").append(i);
      }
      head.append(')');
      String separator = " throws ";
      for (TypeMirror thrown : method.getThrownTypes()) {
        head.append(separator).append(Delegation.text(thrown));
        separator = ", ";
      }
      line("");
      line("  @Override");
      line("%s", head.append(" {"));
    }

    private String call(ExecutableElement method, String target) {
      StringBuilder call = new StringBuilder(target).append('.').append(method.getSimpleName()).append('(');
      for (int i = 0; i < method.getParameters().size(); i++) {
        call.append(i == 0 ? "" : ", ").append('p').append(i);
      }
      return call.append(')').toString();
    }
  }
}
