package dev.crossfade.pgjdbc;

import dev.crossfade.model.Phase;
import dev.crossfade.model.Rename;
import dev.crossfade.model.TableName;
import dev.crossfade.model.Transition;
import dev.crossfade.model.TransitionProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table in the middle of a rename beside the suite's own, of which the suite knows nothing. */
public final class UntouchedTable implements TransitionProvider {

  static final String DDL =
      "CREATE TABLE crossfade_untouched (id int PRIMARY KEY, old_name text, new_name text)";

  @Override
  public List<Transition> transitions() {
    TableName table = new TableName(null, "crossfade_untouched");
    return List.of(new Rename(table, "old_name", "new_name", Phase.FALLBACK_READ));
  }

  /** Makes a directory that declares the transition for a class path. */
  static Path declare(Path directory) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(TransitionProvider.class.getName()), UntouchedTable.class.getName());
    return directory;
  }
}
