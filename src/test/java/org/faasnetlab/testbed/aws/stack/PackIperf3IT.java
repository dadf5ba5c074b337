package org.faasnetlab.testbed.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faasnetlab.testing.aws.Iperf3ZipBuilder;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.FreePort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** This machine's iperf3, packed by the servers' script and run from an empty folder. */
@EnabledOnOs(OS.LINUX)
class PackIperf3IT {

    private static final Pattern GLIBC =
            Pattern.compile(".*/(ld-linux.*|libc|libm|libmvec|libpthread|libdl|librt|libresolv)\\.so\\.\\d+");

    private static final Pattern GLIBC_VERSION = Pattern.compile("GLIBC_2\\.(\\d+)");
    private static final int AMAZON_LINUX_2023 = 34;
    private static final int DEBIAN_12 = 36;

    @TempDir
    Path folder;

    private Path iperf3;

    @BeforeEach
    void packAndUnpack() throws Exception {
        Path zip = Iperf3ZipBuilder.in(folder);
        Path unpacked = Files.createDirectory(folder.resolve("un packed"));
        ExternalTools.run(ExternalTools.require("unzip"), "-q", zip.toString(), "-d", unpacked.toString())
                .succeeds();
        iperf3 = unpacked.resolve("iperf3");
    }

    @Test
    void packageContainsWrapperProgramAndLibrariesWithoutGlibc() throws IOException {
        try (Stream<Path> files = Files.list(iperf3.resolveSibling("lib"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("iperf3")
                    .anyMatch(name -> name.startsWith("libiperf.so."))
                    .noneMatch(name -> GLIBC.matcher("/" + name).matches());
        }
        assertThat(iperf3).isExecutable();
    }

    /**
     * On AWS it is packed and run on Amazon Linux 2023. Here, the versions of symbols that it needs are those of this
     * computer's iperf3: known up to glibc 2.36 (Debian 12), unknown for newer systems, which are skipped.
     */
    @Test
    void itNeedsNoNewerGlibcThanThatOfItsRuntime() throws Exception {
        int newest = 0;
        try (Stream<Path> files = Files.list(iperf3.resolveSibling("lib"))) {
            for (Path file : files.toList()) {
                // Names of needed versions are in the table of dynamic strings, which is not compressed.
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                newest = Math.max(
                        newest,
                        GLIBC_VERSION
                                .matcher(text)
                                .results()
                                .mapToInt(found -> Integer.parseInt(found.group(1)))
                                .max()
                                .orElse(0));
            }
        }
        assertThat(newest).as("symbols of glibc 2.x").isPositive();
        String system = ExternalTools.run(ExternalTools.require("getconf"), "GNU_LIBC_VERSION")
                .succeeds()
                .text()
                .strip();
        Matcher version = Pattern.compile("glibc 2\\.(\\d+)").matcher(system);
        assertThat(version.matches()).as(system).isTrue();
        assumeThat(newest <= AMAZON_LINUX_2023 || Integer.parseInt(version.group(1)) <= DEBIAN_12)
                .as(
                        "iperf3 of this computer (%s) needs glibc 2.%d, but on AWS that of Amazon Linux is packed",
                        system, newest)
                .isTrue();
        assertThat(newest).isLessThanOrEqualTo(AMAZON_LINUX_2023);
    }

    @Test
    void itRunsWithAnEmptyPathAndLoadsOnlyItsOwnLibrariesAndGlibc() throws Exception {
        ExternalTools.Output output = ExternalTools.run(isolated("LD_DEBUG=files", "--version"));

        assertThat(output.succeeds().text()).contains("iperf 3.");
        List<String> loaded = Pattern.compile("calling init: (\\S.*)")
                .matcher(output.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(loaded).anyMatch(library -> library.contains("libiperf.so"));
        assertThat(loaded)
                .allMatch(library -> library.startsWith(folder.toString())
                        || GLIBC.matcher(library).matches());
    }

    @Test
    void itMeasuresARealTransferAgainstTheMachinesOwnIperf3() throws Exception {
        int port = FreePort.find();
        String program = ExternalTools.require("iperf3").toString();
        Process server = new ProcessBuilder(
                        program, "-s", "-1", "-B", "127.0.0.1", "-p", Integer.toString(port), "--forceflush")
                .redirectErrorStream(true)
                .start();
        try {
            // The server reports in its second line that it listens.
            server.inputReader().readLine();
            assertThat(server.inputReader().readLine()).contains("Server listening on " + port);

            ExternalTools.Output output = ExternalTools.run(
                    isolated("LANG=C", "-c", "127.0.0.1", "-p", Integer.toString(port), "-n", "16M", "-R", "-J"));

            assertThat(output.succeeds().text()).contains("\"sum_received\"").doesNotContain("\"error\"");
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }
    }

    /** The unpacked iperf3 with an empty PATH and this variable as its only environment. */
    private ProcessBuilder isolated(String variable, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(iperf3.toString());
        builder.command().addAll(Arrays.asList(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", "");
        String[] parts = variable.split("=", 2);
        builder.environment().put(parts[0], parts[1]);
        return builder;
    }
}
