package dev.crossfade.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** cli → gate, migrate → server → model; rules know neither migrations nor the command line. */
@AnalyzeClasses(
    packages = {
      "dev.crossfade.server",
      "dev.crossfade.gate",
      "dev.crossfade.migrate",
      "dev.crossfade.cli"
    },
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule serverKnowsNeitherGateNorMigrations =
      noClasses()
          .that()
          .resideInAPackage("dev.crossfade.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.crossfade.gate..", "dev.crossfade.migrate..", "dev.crossfade.cli..");

  @ArchTest
  static final ArchRule theGateKnowsNoMigrations =
      noClasses()
          .that()
          .resideInAPackage("dev.crossfade.gate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.crossfade.migrate..", "dev.crossfade.cli..");

  @ArchTest
  static final ArchRule migrationsKnowNoGate =
      noClasses()
          .that()
          .resideInAPackage("dev.crossfade.migrate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.crossfade.gate..", "dev.crossfade.cli..");

  @ArchTest
  static final ArchRule reportsAreReadWithoutRules =
      noClasses()
          .that()
          .resideInAPackage("dev.crossfade.gate.report")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.crossfade.gate", "dev.crossfade.server..", "java.sql..");

  @ArchTest
  static final ArchRule rulesOpenNoConnection =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Rule")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "java.io..", "java.nio.file..");
}
