package org.ronghe.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The walls between the rooms, as ARCHITECTURE.md draws them.
class ModularityTest {
  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.ronghe");

  @Test
  void A01_rooms_use_only_what_stands_before_them() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.ronghe..")
        .withOptionalLayers(true)
        .layer("model")
        .definedBy("org.ronghe.model..")
        .layer("engines")
        .definedBy("org.ronghe.engines..")
        .layer("sources")
        .definedBy("org.ronghe.sources..")
        .layer("series")
        .definedBy("org.ronghe.series..")
        .layer("office")
        .definedBy("org.ronghe.office..")
        .layer("operate")
        .definedBy("org.ronghe.operate..")
        .layer("serve")
        .definedBy("org.ronghe.serve..")
        .layer("plan")
        .definedBy("org.ronghe.plan..")
        .layer("server")
        .definedBy("org.ronghe.server..")
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("engines")
        .mayOnlyAccessLayers("model")
        .whereLayer("sources")
        .mayOnlyAccessLayers("model")
        .whereLayer("series")
        .mayOnlyAccessLayers("model")
        .whereLayer("office")
        .mayOnlyAccessLayers("model")
        .whereLayer("operate")
        .mayOnlyAccessLayers("model", "engines", "series", "office")
        .whereLayer("serve")
        .mayOnlyAccessLayers("model", "engines", "office")
        .whereLayer("plan")
        .mayOnlyAccessLayers("model", "engines", "series", "office")
        .whereLayer("server")
        .mayNotBeAccessedByAnyLayer()
        .check(ROOMS);
  }

  @Test
  void A02_engines_are_pure() {
    noClasses()
        .that()
        .resideInAPackage("org.ronghe.engines..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.nio..", "java.net..", "java.sql..", "org.springframework..")
        .check(ROOMS);
    noClasses()
        .that()
        .resideInAPackage("org.ronghe.engines..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.Thread")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(ROOMS);
  }

  @Test
  void A03_the_model_knows_no_framework() {
    noClasses()
        .that()
        .resideInAPackage("org.ronghe.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "tools.jackson..", "io.questdb..")
        .check(ROOMS);
  }

  @Test
  void B01_no_circles_between_the_packages_of_a_room() {
    for (String room :
        new String[] {
          "model", "engines", "sources", "series", "office", "operate", "serve", "plan", "server"
        }) {
      slices().matching("org.ronghe." + room + ".(*)..").should().beFreeOfCycles().check(ROOMS);
    }
  }
}
