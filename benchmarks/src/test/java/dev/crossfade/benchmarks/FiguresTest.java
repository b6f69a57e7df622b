package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void oneDisturbedRoundDoesNotMoveTheMedian() {
    assertThat(Figures.median(50, 51, 900)).isEqualTo(51);
    assertThat(Figures.median(50, 52)).isEqualTo(51);
  }

  @Test
  void timesAreWrittenInTheUnitThatReadsBest() {
    assertThat(Figures.time(43.21)).isEqualTo("43.2 ns");
    assertThat(Figures.time(1_234)).isEqualTo("1234 ns");
    assertThat(Figures.time(43_210)).isEqualTo("43.2 µs");
    assertThat(Figures.time(43_210_000)).isEqualTo("43.2 ms");
    assertThat(Figures.more(-43.21)).isEqualTo("-43.2 ns");
    assertThat(Figures.more(43_210)).isEqualTo("+43.2 µs");
  }
}
