package org.faasnetlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Holds what docs/architecture.md says about packages: their order, their size, their names. */
@AnalyzeClasses(packages = "org.faasnetlab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "org.faasnetlab.";

    /** The most types in one package, so that it can be read at a glance. */
    private static final int MAX_TYPES = 25;

    /** From top to bottom. Packages on one level do not import each other. */
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
    static void aPackageUsesOnlyPackagesBelowIt(JavaClasses all) {
        for (int level = 0; level < LEVELS.size(); level++) {
            for (String name : LEVELS.get(level)) {
                String[] notBelow = LEVELS.subList(0, level + 1).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(name))
                        .map(ArchitectureTest::packages)
                        .toArray(String[]::new);
                noClasses()
                        .that()
                        .resideInAPackage(packages(name))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(notBelow)
                        .because("a package imports only packages below it")
                        .check(all);
            }
        }
    }

    @ArchTest
    static void everyPackageHasItsLevel(JavaClasses all) {
        List<String> named = LEVELS.stream().flatMap(List::stream).toList();
        assertThat(all.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> name.startsWith(BASE))
                        .map(name -> name.substring(BASE.length()).split("\\.", 2)[0])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @ArchTest
    static void aPackageHasAtMost25Types(JavaClasses all) {
        Map<String, Long> sizes = topLevel(all).collect(groupingBy(JavaClass::getPackageName, counting()));
        assertThat(sizes).allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MAX_TYPES));
    }

    @ArchTest
    static void noSimpleNameIsUsedTwice(JavaClasses all) {
        Map<String, List<String>> byName = topLevel(all)
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toList())));
        assertThat(byName)
                .allSatisfy((name, packages) -> assertThat(packages).as(name).hasSize(1));
    }

    @ArchTest
    static void everyPackageSaysWhereToStartReading(JavaClasses all) throws IOException {
        for (Path file : packageInfos(all)) {
            String comment = Files.readString(file).replaceAll("\\s+\\*\\s+", " ");
            assertThat(comment).as(file.toString()).contains("Start reading at {@link ");
        }
    }

    private static List<Path> packageInfos(JavaClasses all) {
        return topLevel(all)
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE))
                .distinct()
                .map(name -> Path.of(
                        name.startsWith(BASE + "function") ? "lambda-functions/src" : "src/main/java",
                        (name + ".package-info").replace('.', '/') + ".java"))
                .toList();
    }

    private static Stream<JavaClass> topLevel(JavaClasses all) {
        return all.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule secondLevelPackagesAreFreeOfCycles =
            slices().matching(BASE + "(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thirdLevelPackagesAreFreeOfCycles =
            slices().matching(BASE + "(*).(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule javaFxIsOnlyInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackages(packages("ui"), packages("app"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..", "org.jfree.chart.fx..");

    @ArchTest
    static final ArchRule theAwsSdkIsOnlyWhereAwsIsCalled = noClasses()
            .that()
            .resideOutsideOfPackages(packages("invoke"), packages("testbed.aws"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk..", "software.amazon.eventstream..");

    @ArchTest
    static final ArchRule nothingBelowChartsDraws = noClasses()
            .that()
            .resideOutsideOfPackages(
                    packages("app"),
                    packages("ui"),
                    packages("cli"),
                    packages("export"),
                    packages("report"),
                    packages("chart"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "org.jfree..", "org.apache.batik..");

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
                    "javax.crypto..",
                    "javax.net.ssl..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify..")
            .because("all it needs travels in its zip");

    @ArchTest
    static final ArchRule theFunctionTransfersWithoutTheSlowHttpClient = noClasses()
            .that()
            .resideInAPackage(packages("function"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("it understates a link several times over on a share of a processor");

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

    private static String packages(String name) {
        return BASE + name + "..";
    }
}
