package org.faasnetlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds what docs/architecture.md says about packages: their order, their size, their names. */
@AnalyzeClasses(packages = "org.faasnetlab", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "org.faasnetlab.";

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(org\\.faasnetlab[a-z0-9.]*)\\.[A-Z]", Pattern.MULTILINE);

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

    /** By their names, or by that of a package that contains them; every package may use format and measure. */
    @ArchTest
    static void everyPackageNamesThePackagesThatItImports(JavaClasses all) throws IOException {
        Set<String> known = topLevel(all).map(JavaClass::getPackageName).collect(toSet());
        for (Path info : packageInfos(all)) {
            String comment = Files.readString(info).replaceAll("\\s+\\*\\s+", " ");
            String uses = comment.substring(comment.indexOf("Uses "), comment.indexOf(". Start reading"));
            String own = info.toString()
                    .replace('\\', '/')
                    .replaceFirst("^(src/main/java|lambda-functions/src)/", "")
                    .replaceFirst("/package-info.java$", "")
                    .replace('/', '.');
            assertThat(imports(info.getParent()))
                    .filteredOn(used -> known.contains(used) && !used.equals(own) && used.startsWith(BASE))
                    .filteredOn(
                            used -> !Set.of(BASE + "format", BASE + "measure").contains(used))
                    .as("%s: %s", own, uses)
                    .allMatch(used -> names(uses, own.substring(BASE.length()), used.substring(BASE.length())));
        }
    }

    private static Set<String> imports(Path folder) throws IOException {
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                IMPORT.matcher(Files.readString(file)).results().forEach(found -> packages.add(found.group(1)));
            }
        }
        return packages;
    }

    private static boolean names(String uses, String own, String used) {
        if (uses.contains("every other package") || uses.contains("every screen")) {
            return true;
        }
        if (uses.contains("subpackages") && used.startsWith(own + ".")) {
            return true;
        }
        Set<String> names = new TreeSet<>(Set.of(used));
        // The name of a package that contains it stands for it, unless it contains the user, too.
        for (int dot = used.indexOf('.'); dot > 0; dot = used.indexOf('.', dot + 1)) {
            String part = used.substring(0, dot);
            if (!(own + ".").startsWith(part + ".")) {
                names.add(part);
            }
        }
        int last = used.lastIndexOf('.');
        if (last > 0 && own.startsWith(used.substring(0, last + 1)) && own.lastIndexOf('.') == last) {
            names.add(used.substring(last + 1));
        }
        return names.stream()
                .anyMatch(name -> Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\.?\\w)")
                        .matcher(uses)
                        .find());
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

    /**
     * The window shows the others in its language. Only the command line prints those of {@code cli} and {@code app},
     * and a queue's are in the language of the window already. Three are in English still.
     */
    @ArchTest
    static final ArchRule errorsOfTheWindowAreTranslated = noClasses()
            .that()
            .resideOutsideOfPackages("..cli..", "org.faasnetlab.app")
            .and()
            .doNotHaveSimpleName("LabException")
            .and()
            .doNotHaveSimpleName("ExperimentQueue")
            .and()
            .doNotHaveSimpleName("SettingException")
            .and()
            .doNotHaveSimpleName("SmokeTest")
            .and()
            .haveNameNotMatching(".*MeasurementLock.*")
            .should()
            .callConstructor(LabException.class, LabException.Kind.class, String.class, String.class)
            .orShould()
            .callConstructor(LabException.class, LabException.Kind.class, String.class, String.class, Throwable.class)
            .because("errors of the window are phrases");

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
