package dev.crossfade.proof;

import dev.crossfade.model.ColumnName;
import dev.crossfade.model.CrossfadeException;
import dev.crossfade.model.Problem;
import dev.crossfade.model.Rename;
import dev.crossfade.rewrite.Rewriter;
import dev.crossfade.rewrite.Rewritten;
import dev.crossfade.sql.Analysis;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenDumpTest {
  @Test
  void dump() throws Exception {
    Sessions sessions = new Sessions();
    StringBuilder out = new StringBuilder();
    List<Fixture> fixtures = new ArrayList<>(Fixture.all());
    fixtures.addAll(Fixture.all(Path.of("src/test/resources/analysis")));
    for (int i = 0; i < 3000; i++) {
      fixtures.add(RandomStatement.make(Choices.random(7_000_000 + i), "seed " + i));
    }
    for (Fixture f : fixtures) {
      boolean random = f.title().startsWith("seed ");
      out.append("##### ").append(f.file()).append(": ").append(f.title()).append("\n").append(f.statements().sql()).append("\n");
      int n = 0;
      for (World w : World.values()) {
        if (w.isReference() || w == World.AFTER_DENIED || w == World.BEFORE_ADDED) continue;
        if (random && (Integer.parseInt(f.title().substring(5)) + n++) % 4 != 0) continue;
        Session s = sessions.get(f.schema(), w);
        String[] got = new String[2];
        List<ColumnName> tracked = s.schema.renames().stream().map(Rename::tracked).toList();
        String[] usage = new String[2];
        try {
        s.run(f.statements(), (sql, phases, c) -> {
          for (int k = 0; k < 2; k++) {
            Catalog cat = k == 0 ? s.catalog() : Catalog.unknown();
            try {
              Rewritten r = new Rewriter().rewrite(sql, phases, cat);
              got[k] = r.sql().equals(sql) ? "same " + r.touches() : r.sql() + " " + Arrays.toString(r.parameterSources()) + r.writesBoth() + r.touches();
            } catch (CrossfadeException e) {
              got[k] = "refused " + e.problem();
            } catch (Throwable e) {
              got[k] = "THREW " + e;
            }
            Analysis a = new Analyzer(tracked).analyze(sql, cat);
            usage[k] = a.parsed() + " " + a.fingerprint() + " " + a.usages();
          }
          throw new CrossfadeException(new Problem("none", "x", "x", "x", "x"));
        }, s.catalog());
        } catch (Exception e) { got[0] = "setup: " + e; }
        for (int k = 0; k < 2; k++) {
          out.append("  ").append(w).append(k).append(": ").append(got[k]).append("\n");
          out.append("  ").append(w).append(k).append(" uses: ").append(usage[k]).append("\n");
        }
      }
    }
    sessions.close();
    Files.writeString(Path.of(System.getProperty("golden", "/tmp/port-golden.txt")), out.toString());
  }
}
