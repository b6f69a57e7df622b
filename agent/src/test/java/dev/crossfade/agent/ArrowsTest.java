package dev.crossfade.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package of the agent may know which. */
@AnalyzeClasses(
    packages = "dev.crossfade.agent",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

  @ArchTest
  static final ArchRule theAgentSeesModelAndSqlOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.crossfade.agent..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.crossfade",
              "dev.crossfade.annotation..",
              "dev.crossfade.generated..",
              "dev.crossfade.jdbc..",
              "dev.crossfade.phase..",
              "dev.crossfade.rewrite..");

  @ArchTest
  static final ArchRule theBridgeKnowsTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("dev.crossfade.agent.bridge")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "dev.crossfade.agent.bridge");

  @ArchTest
  static final ArchRule usageKnowsNeitherHooksNorReports =
      noClasses()
          .that()
          .resideInAPackage("dev.crossfade.agent.usage")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.crossfade.agent.hook", "dev.crossfade.agent.report");

  @ArchTest
  static final ArchRule onlyHooksKnowByteBuddyAndTheDriver =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.crossfade.agent.hook")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("net.bytebuddy..", "org.postgresql..");

  @ArchTest
  static final ArchRule theEntranceKnowsNoBridge =
      noClasses()
          .that()
          .haveSimpleNameStartingWith("CrossfadeAgent")
          .or()
          .haveSimpleNameStartingWith("BootBridge")
          .or()
          .haveSimpleNameStartingWith("OptionsReader")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.crossfade.agent.bridge");
}
