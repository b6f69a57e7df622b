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
import org.jspecify.annotations.Nullable;

/**
 * Finds the transition descriptors that the processor left on class paths. Each class loader is
 * asked once; none is kept alive. Thread-safe.
 */
final class Descriptors {

  static final String PATH = "META-INF/crossfade/transitions.json";

  private static final int FORMAT = 1;

  private final BlindSpots blindSpots;
  private volatile List<WeakReference<ClassLoader>> seen = List.of();

  Descriptors(BlindSpots blindSpots) {
    this.blindSpots = blindSpots;
  }

  /** Whether {@code loader} was never asked about before; it counts as seen afterwards. */
  boolean isNew(ClassLoader loader) {
    return !contains(loader) && add(loader);
  }

  private boolean contains(ClassLoader loader) {
    List<WeakReference<ClassLoader>> list = seen;
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).refersTo(loader)) {
        return true;
      }
    }
    return false;
  }

  private synchronized boolean add(ClassLoader loader) {
    if (contains(loader)) {
      return false;
    }
    List<WeakReference<ClassLoader>> longer = new ArrayList<>();
    for (WeakReference<ClassLoader> reference : seen) {
      if (!reference.refersTo(null)) {
        longer.add(reference);
      }
    }
    longer.add(new WeakReference<>(loader));
    seen = longer;
    return true;
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
   * Reads one descriptor.
   *
   * @throws IOException if it is not JSON, or of another format
   */
  static List<ColumnName> parse(InputStream content) throws IOException {
    List<ColumnName> columns = new ArrayList<>();
    int format = -1;
    try (JsonParser json = new JsonFactory().createParser(content)) {
      json.nextToken();
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
    }
    if (format != FORMAT) {
      throw new IOException("format " + format);
    }
    return columns;
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
