package dev.crossfade.benchmarks;

import dev.crossfade.sql.syntax.Parsed;
import dev.crossfade.sql.syntax.Parser;
import java.util.concurrent.TimeUnit;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import org.apache.shardingsphere.sql.parser.api.CacheOption;
import org.apache.shardingsphere.sql.parser.api.SQLParserEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Each parser gives its tree and caches no text. JSqlParser runs without the thread and the time
 * limit that its usual entry adds.
 */
@Question("How long does a parser take to the syntax tree of the same text?")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls @Setup.
public class ParserBenchmark {

  private final SQLParserEngine engine = new SQLParserEngine("PostgreSQL", new CacheOption(1, 1L));

  @Param public Text text;

  private String sql;

  @Setup
  public void read() {
    sql = text.tracked();
    if (Parser.parse(sql, true).tree() == null) {
      throw new IllegalStateException("not accepted: " + sql);
    }
  }

  @Benchmark
  public Parsed crossfade() {
    return Parser.parse(sql, true);
  }

  @Benchmark
  public Object jsqlparser() throws ParseException {
    return CCJSqlParserUtil.newParser(sql).Statement();
  }

  @Benchmark
  public Object shardingsphere() {
    return engine.parse(sql, false);
  }
}
