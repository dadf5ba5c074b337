package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.faasnetlab.testing.app.BuiltProgram;
import org.faasnetlab.testing.aws.EmulatedAws;
import org.faasnetlab.testing.aws.EmulatedProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the distribution contains, and what it leaves out. */
class DistributionIT {
    private static final Path BUILT = Path.of(System.getProperty("faasnetlab.home", "target/dist"));
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");
    private static final long MAX_BYTES = 120L << 20;

    @Test
    void itIsSmall() throws IOException {
        try (Stream<Path> files = Files.walk(BUILT)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(MAX_BYTES);
        }
    }

    @Test
    void theSdkHasNoClientsThatAreNotUsed() throws IOException {
        for (String service :
                List.of("ec2", "ssm", "iam", "cloudformation", "cloudwatchlogs", "servicequotas", "pricing")) {
            List<Path> libraries;
            try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
                libraries = files.filter(file -> file.getFileName().toString().startsWith(service + "-"))
                        .toList();
            }
            assertThat(libraries).hasSize(1);
            assertThat(entries(libraries.get(0)))
                    .anyMatch(name -> name.matches(".*/" + service + "/[A-Za-z0-9]+Client\\.class"))
                    .noneMatch(name -> name.contains("AsyncClient"));
        }
    }

    @Test
    void theSdkHasAllReadersOfSeveralPagesThatAreUsed() throws IOException {
        Set<String> shipped = new HashSet<>();
        List<Path> libraries;
        try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
            libraries = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
        for (Path library : libraries) {
            shipped.addAll(entries(library));
        }
        Set<String> used = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.faasnetlab.testbed.aws", "org.faasnetlab.invoke")
                        .stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .map(call -> call.getTarget().getRawReturnType().getName())
                        .filter(name -> name.contains(".paginators."))
                        .map(name -> name.replace('.', '/') + ".class")
                        .collect(Collectors.toSet());
        assertThat(used).hasSizeGreaterThan(10);
        assertThat(shipped).containsAll(used);
    }

    /** The tests of AWS use complete libraries, so that only this one notices a class that the program lacks. */
    @Test
    void theBuiltProgramReachesAws(@TempDir Path folder) throws Exception {
        try (EmulatedAws aws = new EmulatedAws(Duration.ZERO)) {
            Path config = Files.writeString(folder.resolve("aws-config"), EmulatedProfiles.config(aws.uri()));
            BuiltProgram program = new BuiltProgram(
                    folder, Map.of("AWS_CONFIG_FILE", config.toString(), "AWS_EC2_METADATA_DISABLED", "true"));
            BuiltProgram.Outcome outcome = program.run("aws", "preflight", "--profile", "research");
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out()).contains("problem").doesNotContainIgnoringCase("unexpected");
        }
    }

    @Test
    void theSdkHasAllTypesOfRequests() throws IOException {
        List<Path> complete = Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .filter(file -> file.toString().contains("awssdk"))
                .toList();
        assertThat(complete).hasSizeGreaterThan(10);
        for (Path library : complete) {
            Path shipped = BUILT.resolve("lib").resolve(library.getFileName());
            if (Files.exists(shipped)) {
                assertThat(entries(shipped))
                        .containsAll(entries(library).stream()
                                .filter(name -> name.matches(".*/(model|transform)/[^/]+\\.class"))
                                .toList());
            }
        }
    }

    @Test
    void theS3ServerHasNoOutdatedLibrary() throws IOException {
        assertThat(entries(BUILT.resolve("s3proxy/s3proxy.jar")))
                .contains("org/gaul/s3proxy/Main.class")
                .noneMatch(name -> name.startsWith("org/yaml/snakeyaml/") || name.startsWith("okhttp3/"));
    }

    @Test
    void theDatabaseHasTheLibraryOfThisPlatformOnly() throws IOException {
        assertThat(BUILT.resolve("lib/libduckdb_java.gz")).isNotEmptyFile();
        Path jar;
        try (Stream<Path> files = Files.list(BUILT.resolve("lib"))) {
            jar = files.filter(file -> file.getFileName().toString().startsWith("duckdb_jdbc-"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(entries(jar))
                .contains("org/duckdb/DuckDBDriver.class")
                .noneMatch(name -> name.startsWith("libduckdb_java"));
    }

    /** Where it did, a killed program left 72 MB there. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theDatabaseUsesNoTemporaryFolder(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        BUILT.resolve("bin/faasnetlab").toString(), "runs")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FAASNETLAB_DATA", folder.resolve("data").toString());
        builder.environment().put("FAASNETLAB_JAVA_OPTS", "-Djava.io.tmpdir=" + folder.resolve("missing"));

        Process program = builder.start();

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).as(Files.readString(output)).isZero();
        try (Stream<Path> unpacked = Files.walk(folder.resolve("data/cache/native"))) {
            assertThat(unpacked.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .hasSize(2)
                    .anyMatch(name -> name.endsWith(".sha256"));
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void otherUsersHaveNoAccessWhateverTheUmaskIs(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        Process program = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 000; export JAVA_TOOL_OPTIONS='-XX:+UseG1GC -XX:TieredStopAtLevel=1';"
                                + " FAASNETLAB_DATA=$1 exec $2 run -p iperf3-single -s seconds=1",
                        "sh",
                        data.toString(),
                        BUILT.resolve("bin/faasnetlab").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();

        assertThat(program.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        try (Stream<Path> files = Files.walk(data)) {
            assertThat(files.filter(file -> !Files.isSymbolicLink(file))
                            .filter(file -> permissions(file).stream().anyMatch(OF_OTHERS::contains))
                            .toList())
                    .isEmpty();
        }
        assertThat(data.resolve("local-testbed/logs")).isDirectory();
    }

    private static Set<PosixFilePermission> permissions(Path file) {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTextsOfLicencesAreIncluded() throws IOException {
        assertThat(Files.readString(BUILT.resolve("licenses/LGPL-2.1.txt"))).contains("Version 2.1, February 1999");
        assertThat(Files.readString(BUILT.resolve("licenses/EPL-2.0.txt"))).contains("Eclipse Public License - v 2.0");
        assertThat(Files.readString(BUILT.resolve("licenses/GPL-2.0-with-classpath-exception.txt")))
                .contains("Version 2, June 1991", "\"CLASSPATH\" EXCEPTION TO THE GPL");
    }

    private static List<String> entries(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}
