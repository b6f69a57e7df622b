package dev.crossfade;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point one way: model ← sql ← rewrite ← jdbc. */
@AnalyzeClasses(packages = "dev.crossfade", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule dependenciesPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy("dev.crossfade.model")
          .layer("phase")
          .definedBy("dev.crossfade.phase")
          .layer("sql")
          .definedBy("dev.crossfade.sql..")
          .layer("rewrite")
          .definedBy("dev.crossfade.rewrite")
          .layer("activity")
          .definedBy("dev.crossfade.activity")
          .layer("jdbc")
          .definedBy("dev.crossfade.jdbc..")
          .layer("facade")
          .definedBy("dev.crossfade")
          .whereLayer("facade")
          .mayOnlyBeAccessedByLayers("jdbc")
          .whereLayer("jdbc")
          .mayOnlyBeAccessedByLayers("facade")
          .whereLayer("activity")
          .mayOnlyBeAccessedByLayers("jdbc", "facade")
          .whereLayer("rewrite")
          .mayOnlyBeAccessedByLayers("jdbc", "facade")
          .whereLayer("sql")
          .mayOnlyBeAccessedByLayers("rewrite", "jdbc", "facade")
          .whereLayer("phase")
          .mayOnlyBeAccessedByLayers("rewrite", "jdbc", "facade")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("phase", "sql", "rewrite", "activity", "jdbc", "facade");

  @ArchTest
  static final ArchRule theModelDependsOnNothing =
      noClasses()
          .that()
          .resideInAPackage("dev.crossfade.model")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("dev.crossfade.model", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlySqlAnalysisAndRewritingKnowTheSyntaxTree =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.crossfade.sql..", "dev.crossfade.rewrite")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.crossfade.sql.syntax");

  @ArchTest
  static final ArchRule theSyntaxDependsOnTheModelAtMost =
      noClasses()
          .that()
          .resideInAPackage("dev.crossfade.sql.syntax")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "dev.crossfade.sql.syntax", "dev.crossfade.model", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule aServiceGetsNothingButTheDriver =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "dev.crossfade..", "java..", "javax..", "org.jspecify..", "org.postgresql..");
}
