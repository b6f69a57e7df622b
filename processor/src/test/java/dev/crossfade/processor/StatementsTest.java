package dev.crossfade.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.crossfade.model.Phase;
import dev.crossfade.model.Transitions;
import dev.crossfade.phase.PhaseSnapshot;
import dev.crossfade.phase.Phases;
import dev.crossfade.processor.entities.ReadingCrossfade;
import dev.crossfade.processor.entities.UserCrossfade;
import dev.crossfade.rewrite.Rewriter;
import dev.crossfade.sql.Analysis;
import dev.crossfade.sql.Analyzer;
import dev.crossfade.sql.Catalog;
import dev.crossfade.sql.Marker;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts themselves. */
class StatementsTest {

  @ParameterizedTest
  @EnumSource(Phase.class)
  void everyStatementSaysItsTransitionAndPhase(Phase phase) {
    for (String sql : texts(phase)) {
      Marker marker = Marker.find(sql);
      assertThat(marker).as(sql).isNotNull();
      assertThat(marker.steps())
          .containsExactly(new Marker.Step(UserCrossfade.DISPLAY_NAME.id(), phase));
      assertThat(marker.applicationUsages()).isEmpty();
      assertThat(sql).endsWith(marker.render());
    }
  }

  @Test
  void beforeNeverNamesTheNewColumnAndAfterNeverTheOld() {
    for (String sql : texts(Phase.BEFORE)) {
      assertThat(withoutMarker(sql)).contains("full_name").doesNotContain("display_name");
    }
    for (String sql : texts(Phase.AFTER)) {
      assertThat(sql).contains("display_name").doesNotContain("full_name");
    }
  }

  @Test
  void dualWriteTextsAreTheOnesOfTheGuide() {
    UserCrossfade.Statements now = in(Phase.DUAL_WRITE);
    String marker = "/*crossfade users.display_name=DUAL_WRITE*/";
    assertThat(now.selectById())
        .isEqualTo("SELECT id, full_name, email FROM users WHERE id = ? " + marker);
    assertThat(now.insert())
        .isEqualTo(
            "INSERT INTO users (id, display_name, full_name, email) VALUES (?, ?, ?, ?) " + marker);
    assertThat(now.update())
        .isEqualTo(
            "UPDATE users SET display_name = ?, full_name = ?, email = ? WHERE id = ? " + marker);
  }

  @Test
  void textsAreComposedOnceForThePhasesOfAMoment() {
    Phases phases = Live.all(Phase.BEFORE);
    UserCrossfade users = new UserCrossfade(phases);
    UserCrossfade.Statements before = users.now();
    assertThat(users.now()).isSameAs(before);

    phases.move(UserCrossfade.DISPLAY_NAME, Phase.DUAL_WRITE);
    UserCrossfade.Statements dual = users.now();
    assertThat(dual).isNotSameAs(before).isSameAs(users.now());
    assertThat(dual.insert()).contains("display_name, full_name");
    assertThat(before.insert()).doesNotContain("display_name, full_name");
  }

  @Test
  void transitionsOfOneEntityMoveSeparately() {
    PhaseSnapshot snapshot =
        PhaseSnapshot.declared(Live.DECLARED)
            .with(ReadingCrossfade.FLAG, Phase.FALLBACK_READ)
            .with(ReadingCrossfade.TINY, Phase.AFTER)
            .with(ReadingCrossfade.SMALL, Phase.NEW_READ);
    String sql = new ReadingCrossfade(new Phases(snapshot)).now().selectById();
    assertThat(sql).startsWith("SELECT id, flag, old_flag, tiny, small, old_whole, old_large, ");
    assertThat(Marker.find(sql).steps())
        .contains(
            new Marker.Step(ReadingCrossfade.FLAG.id(), Phase.FALLBACK_READ),
            new Marker.Step(ReadingCrossfade.TINY.id(), Phase.AFTER),
            new Marker.Step(ReadingCrossfade.SMALL.id(), Phase.NEW_READ),
            new Marker.Step(ReadingCrossfade.WHOLE.id(), Phase.BEFORE));
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void agentAndProxyKnowThemAsTheTransitionsOwn(Phase phase) {
    Analyzer analyzer = new Analyzer(List.of(UserCrossfade.DISPLAY_NAME.tracked()));
    PhaseSnapshot phases = Live.all(phase).snapshot();
    for (String sql : texts(phase)) {
      Analysis analysis = analyzer.analyze(sql);
      assertThat(analysis.parsed()).as(sql).isTrue();
      assertThat(analysis.marker()).as(sql).isNotNull();
      assertThat(new Rewriter().rewrite(sql, phases, Catalog.unknown()).isUnchanged(sql)).isTrue();
    }
  }

  @Test
  void executingAllocatesNothingForTexts() {
    UserCrossfade users = new UserCrossfade(Live.all(Phase.DUAL_WRITE));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    int length = 0;
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 100_000; i++) {
      length += users.now().insert().length();
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(length).isPositive();
    assertThat(allocated).isLessThan(10_000);
  }

  @Test
  void phasesThatDoNotKnowTheTransitionAreRefusedAtOnce() {
    Phases others = new Phases(PhaseSnapshot.declared(Transitions.none()));
    assertThatThrownBy(() -> new UserCrossfade(others))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("users.full_name -> users.display_name");
  }

  private static List<String> texts(Phase phase) {
    UserCrossfade.Statements now = in(phase);
    return Stream.of(
            now.selectById(),
            now.insert(),
            now.update(),
            "SELECT " + now.selectList() + " FROM users " + now.marker())
        .toList();
  }

  private static UserCrossfade.Statements in(Phase phase) {
    return new UserCrossfade(Live.all(phase)).now();
  }

  private static String withoutMarker(String sql) {
    return sql.substring(0, sql.indexOf("/*"));
  }
}
