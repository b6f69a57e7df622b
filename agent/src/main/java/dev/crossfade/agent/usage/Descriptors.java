package dev.crossfade.agent.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.crossfade.model.ColumnName;
import dev.crossfade.model.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the transition descriptors that the processor left on class paths. Each class loader is
 * asked once; none is kept alive. Thread-safe.
 */
final class Descriptors {

  static final String PATH = "META-INF/crossfade/transitions.json";

  private static final int FORMAT = 1;

  /** Longer than reading takes; shorter than anybody would call a hang. */
  private static final long PATIENCE_MILLIS = 2_000;

  private final BlindSpots blindSpots;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile List<WeakReference<ClassLoader>> seen = List.of();

  Descriptors(BlindSpots blindSpots) {
    this.blindSpots = blindSpots;
  }

  /**
   * Hands the old columns that {@code loader} declares to {@code found}, if it was never asked
   * before. A thread that comes while another asks waits for it, or its first statement would not
   * be judged by what is being found.
   */
  void discover(ClassLoader loader, Consumer<List<ColumnName>> found) {
    // A class loader that reads its resources from the database comes here again from within.
    if (isSeen(loader) || reading.isHeldByCurrentThread()) {
      return;
    }
    boolean locked = false;
    try {
      // Not for ever: a class loader may hold a lock that the thread that reads needs.
      locked = reading.tryLock() || reading.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      if (!locked) {
        blindSpots.saw(Blindness.BAD_DESCRIPTOR, "reading takes too long");
      } else if (!isSeen(loader)) {
        found.accept(read(loader));
        add(loader);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (locked) {
        reading.unlock();
      }
    }
  }

  private boolean isSeen(ClassLoader loader) {
    List<WeakReference<ClassLoader>> list = seen;
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).refersTo(loader)) {
        return true;
      }
    }
    return false;
  }

  private void add(ClassLoader loader) {
    List<WeakReference<ClassLoader>> longer = new ArrayList<>();
    for (WeakReference<ClassLoader> reference : seen) {
      if (!reference.refersTo(null)) {
        longer.add(reference);
      }
    }
    longer.add(new WeakReference<>(loader));
    seen = longer;
  }

  /** The old columns of all transitions that {@code loader} sees. */
  List<ColumnName> read(ClassLoader loader) {
    List<ColumnName> columns = new ArrayList<>();
    try {
      Enumeration<URL> files = loader.getResources(PATH);
      while (files.hasMoreElements()) {
        read(files.nextElement(), columns);
      }
    } catch (IOException | RuntimeException e) {
      blindSpots.saw(Blindness.BAD_DESCRIPTOR, Failures.describe(e));
    }
    return columns;
  }

  private void read(URL file, List<ColumnName> columns) throws IOException {
    URLConnection connection = file.openConnection();
    // A cached jar file would stay open, and a web application's could then not be replaced.
    connection.setUseCaches(false);
    try (InputStream content = connection.getInputStream()) {
      columns.addAll(parse(content));
    } catch (IOException | RuntimeException e) {
      blindSpots.saw(Blindness.BAD_DESCRIPTOR, file + ": " + e.getClass().getName());
    }
  }

  /**
   * Reads a descriptor, or several one after the other, as a build that packs modules into one jar
   * leaves them.
   *
   * @throws IOException if it is not JSON, or of another format
   */
  static List<ColumnName> parse(InputStream content) throws IOException {
    List<ColumnName> columns = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(content)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        descriptor(json, columns);
      }
    }
    return columns;
  }

  private static void descriptor(JsonParser json, List<ColumnName> columns) throws IOException {
    int format = -1;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("format")) {
        format = json.getIntValue();
      } else if (field.equals("transitions") && value == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          columns.add(transition(json));
        }
      } else {
        json.skipChildren();
      }
    }
    if (format != FORMAT) {
      throw new IOException("format " + format);
    }
  }

  private static ColumnName transition(JsonParser json) throws IOException {
    @Nullable String[] values = new @Nullable String[3];
    List<String> wanted = Arrays.asList("schema", "table", "oldColumn");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      int index = wanted.indexOf(json.currentName());
      JsonToken value = json.nextToken();
      if (index >= 0 && value == JsonToken.VALUE_STRING) {
        values[index] = json.getText();
      } else {
        json.skipChildren();
      }
    }
    String table = values[1];
    String oldColumn = values[2];
    if (table == null || oldColumn == null) {
      throw new IOException("a transition without table or oldColumn");
    }
    return new ColumnName(new TableName(values[0], table), oldColumn);
  }
}
