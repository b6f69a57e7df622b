package dev.crossfade.processor.write;

import dev.crossfade.model.Rename;
import dev.crossfade.model.Transition;
import java.util.List;

/** {@code META-INF/crossfade/transitions.json}; see docs/descriptor-format.md. */
public final class Descriptor {

  /** Where it stands on the class path. */
  public static final String PATH = "META-INF/crossfade/transitions.json";

  private Descriptor() {}

  /** The file's text: an object, one line a transition. */
  public static String render(List<Declared> declared) {
    StringBuilder json = new StringBuilder("{\"format\":1,\"transitions\":[");
    for (int i = 0; i < declared.size(); i++) {
      json.append(i == 0 ? "\n" : ",\n").append(line(declared.get(i)));
    }
    return json.append("\n]}\n").toString();
  }

  private static String line(Declared declared) {
    Transition transition = declared.transition();
    return "{\"kind\":"
        + Json.string(kind(transition))
        + ",\"schema\":"
        + Json.string(transition.table().schema())
        + ",\"table\":"
        + Json.string(transition.table().name())
        + ",\"oldColumn\":"
        + Json.string(transition.oldColumn())
        + ",\"newColumn\":"
        + Json.string(transition.newColumn())
        + ",\"declaredPhase\":"
        + Json.string(transition.declaredPhase().name())
        + ",\"entity\":"
        + Json.string(declared.entity())
        + "}";
  }

  private static String kind(Transition transition) {
    if (transition instanceof Rename) {
      return "rename";
    }
    throw new IllegalArgumentException(transition.describe());
  }
}
