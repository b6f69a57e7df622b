package dev.crossfade.agent.usage;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line of the application that a driver's call comes from: the first frame outside
 * drivers, pools, frameworks, the JDK, generated code and proxies. Where there is none, as under a
 * framework's scheduler that runs configured SQL, the first frame outside the JDK and the driver.
 */
final class CallSites {

  /** Where no frame will do. */
  static final String UNKNOWN = "unknown";

  private static final int DEEPEST = 1024;
  private static final StackWalker WALKER = StackWalker.getInstance();

  private static final String[] PLATFORM = {
    "java.", "javax.", "jdk.", "sun.", "com.sun.", "org.postgresql.",
  };

  private static final String[] FRAMEWORKS = {
    // Pools
    "com.zaxxer.hikari.",
    "org.apache.commons.dbcp",
    "org.apache.commons.pool",
    "com.mchange.",
    "org.apache.tomcat.",
    "org.apache.catalina.",
    "io.agroal.",
    "com.alibaba.druid.",
    "org.vibur.dbcp.",
    // Drivers around the driver
    "net.ttddyy.dsproxy.",
    "com.p6spy.",
    "software.amazon.jdbc.",
    "io.opentelemetry.",
    "io.micrometer.",
    // Mapping
    "org.hibernate.",
    "org.eclipse.persistence.",
    "org.springframework.",
    "org.jooq.",
    "org.apache.ibatis.",
    "org.mybatis.",
    "com.baomidou.",
    "org.jdbi.",
    "org.seasar.doma.",
    "com.querydsl.",
    "io.ebean.",
    "org.sql2o.",
    "io.quarkus.",
    "io.micronaut.",
    "jakarta.",
    // Languages and proxies
    "kotlin.",
    "kotlinx.",
    "scala.",
    "groovy.lang.",
    "org.codehaus.groovy.",
    "org.aopalliance.",
    "org.jboss.",
  };

  // Split, because the agent's packaging renames these packages where they stand in a constant.
  private static final String CROSSFADE = "dev.crossfade.";
  private static final Set<String> CROSSFADE_PARTS =
      Set.of("agent", "generated", "jdbc", "model", "phase", "rewrite", "sql");

  private static final String GENERATED = "Crossfade";

  private CallSites() {}

  /** The call site of the running thread, as {@code com.acme.Report.run(Report.java:42)}. */
  static String current() {
    return WALKER.walk(CallSites::find);
  }

  private static String find(Stream<StackFrame> stack) {
    Iterator<StackFrame> frames = stack.iterator();
    StackFrame framework = null;
    for (int depth = 0; depth < DEEPEST && frames.hasNext(); depth++) {
      StackFrame frame = frames.next();
      String type = frame.getClassName();
      if (isApplication(type)) {
        return render(frame);
      }
      if (framework == null && !isPlatform(type)) {
        framework = frame;
      }
    }
    return render(framework);
  }

  static boolean isApplication(String type) {
    return !isPlatform(type)
        && !startsWithAny(type, FRAMEWORKS)
        && !isProxy(type)
        && !isGenerated(type);
  }

  private static boolean isPlatform(String type) {
    return startsWithAny(type, PLATFORM) || isCrossfade(type);
  }

  private static String render(@Nullable StackFrame frame) {
    if (frame == null) {
      return UNKNOWN;
    }
    String file = frame.getFileName();
    return frame.getClassName()
        + '.'
        + frame.getMethodName()
        + (file == null
            ? "(Unknown Source)"
            : "(" + file + (frame.getLineNumber() > 0 ? ":" + frame.getLineNumber() : "") + ")");
  }

  private static boolean startsWithAny(String type, String[] prefixes) {
    for (String prefix : prefixes) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCrossfade(String type) {
    if (!type.startsWith(CROSSFADE)) {
      return false;
    }
    int end = type.indexOf('.', CROSSFADE.length());
    return end < 0
        ? type.equals(CROSSFADE + "Crossfade")
        : CROSSFADE_PARTS.contains(type.substring(CROSSFADE.length(), end));
  }

  private static boolean isProxy(String type) {
    return type.contains("$$") || type.contains("$Proxy") || type.contains("CGLIB");
  }

  /** {@code UserCrossfade} and its nested classes, which the processor writes for {@code User}. */
  private static boolean isGenerated(String type) {
    int end = type.indexOf('$');
    return (end < 0 ? type : type.substring(0, end)).endsWith(GENERATED);
  }
}
