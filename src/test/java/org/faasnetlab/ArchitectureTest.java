package org.faasnetlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.logging.Logger;

/** Holds what docs/architecture.md says of the rooms. A room that is still empty breaks no rule. */
@AnalyzeClasses(packages = "org.faasnetlab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "org.faasnetlab.";

    /** From the top to the bottom. Rooms on one level do not know of each other. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("app"),
            List.of("ui", "cli"),
            List.of("export"),
            List.of("report"),
            List.of("chart"),
            List.of("run"),
            List.of("plan"),
            List.of("analysis"),
            List.of("store"),
            List.of("testbed"),
            List.of("invoke"),
            List.of("workload", "function"),
            List.of("protocol"),
            List.of("format"),
            List.of("measure"));

    @ArchTest
    static void aRoomUsesOnlyRoomsBelowIt(JavaClasses all) {
        for (int level = 0; level < LEVELS.size(); level++) {
            for (String room : LEVELS.get(level)) {
                String[] notBelow = LEVELS.subList(0, level + 1).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(room))
                        .map(ArchitectureTest::packages)
                        .toArray(String[]::new);
                noClasses()
                        .that()
                        .resideInAPackage(packages(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(notBelow)
                        .because("a room uses only rooms below it")
                        .allowEmptyShould(true)
                        .check(all);
            }
        }
    }

    @ArchTest
    static void everyRoomHasItsLevel(JavaClasses all) {
        List<String> rooms = LEVELS.stream().flatMap(List::stream).toList();
        assertThat(all.stream()
                        .map(one -> one.getPackageName())
                        .filter(name -> name.startsWith(BASE))
                        .map(name -> name.substring(BASE.length()).split("\\.", 2)[0]))
                .isSubsetOf(rooms);
    }

    @ArchTest
    static final ArchRule noRoomsUseEachOtherInACircle =
            slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noPartsOfARoomUseEachOtherInACircle =
            slices().matching(BASE + "(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noSmallerPartsUseEachOtherInACircle =
            slices().matching(BASE + "(*).(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule javaFxIsOnlyInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackages(packages("ui"), packages("app"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..", "org.jfree.chart.fx..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theAwsSdkIsOnlyWhereAwsIsSpokenTo = noClasses()
            .that()
            .resideOutsideOfPackages(packages("invoke"), packages("testbed.aws"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theFunctionIsSmall = classes()
            .that()
            .resideInAPackage(packages("function"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    packages("function"),
                    packages("protocol"),
                    packages("measure"),
                    "java..",
                    "javax.net.ssl..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify..")
            .because("all it needs travels in its zip")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theFunctionTransfersWithoutTheSlowHttpClient = noClasses()
            .that()
            .resideInAPackage(packages("function"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("it understates a link several times over on a share of a processor")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule oneWayToLog =
            noClasses().should().dependOnClassesThat().resideInAPackage(Logger.class.getPackageName() + "..");

    @ArchTest
    static final ArchRule onlyTheLauncherEndsTheProgram = noClasses()
            .that()
            .resideOutsideOfPackages(packages("app"), packages("function"))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    private static String packages(String room) {
        return BASE + room + "..";
    }
}
