package dev.crossfade.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

class ArgumentsTest {

  @Test
  void jmhOptionsAreLeftToJmh() throws Exception {
    Arguments arguments = Arguments.parse("Batch", "--rounds", "5", "-prof", "gc", "-wi", "1");

    assertThat(arguments.rounds()).isEqualTo(5);
    assertThat(arguments.jmh().getIncludes()).containsExactly("Batch");
    assertThat(arguments.jmh().getProfilers()).hasSize(1);
    assertThat(arguments.jmh().getWarmupIterations().get()).isEqualTo(1);
  }

  @Test
  void aRegexAfterOurOptionsIsStillARegex() throws Exception {
    Arguments arguments = Arguments.parse("--quick", "--url", "jdbc:postgresql:x", "Batch");

    assertThat(arguments.quick()).isTrue();
    assertThat(arguments.rounds()).isEqualTo(1);
    assertThat(arguments.jmh().getIncludes()).containsExactly("Batch");
  }

  @Test
  void postgresIsNotStartedForOtherServers() throws Exception {
    assertThat(Arguments.parse().mayNeed(Server.POSTGRES)).isTrue();
    assertThat(Arguments.parse("-p", "server=STUB,MEMORY").mayNeed(Server.POSTGRES)).isFalse();
  }

  @Test
  void whatCanNotBeComparedIsRefused() {
    assertThatThrownBy(() -> Arguments.parse("-bm", "thrpt"))
        .isInstanceOf(CommandLineOptionException.class)
        .hasMessageContaining("-bm");
  }

  @Test
  void aMissingOrWrongValueIsSaid() {
    assertThatThrownBy(() -> Arguments.parse("--rounds"))
        .isInstanceOf(CommandLineOptionException.class)
        .hasMessageContaining("--rounds");
    assertThatThrownBy(() -> Arguments.parse("--rounds", "many"))
        .isInstanceOf(CommandLineOptionException.class)
        .hasMessageContaining("--rounds");
  }
}
