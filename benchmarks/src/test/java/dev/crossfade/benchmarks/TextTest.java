package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void eachTextIsAsLongAsItsNameSays() {
    assertThat(Text.CHARS_300.tracked().length()).isCloseTo(300, withPercentage(3));
    assertThat(Text.CHARS_3000.tracked().length()).isCloseTo(3_000, withPercentage(3));
  }
}
