package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The files that packages install beside the program, and those of a release. */
class PackageFilesTest {
    private static final Path LINUX = Path.of("src/package/linux");

    @Test
    void theManualNamesEveryCommandAndExitCode() throws Exception {
        CliHarness cli = new CliHarness();
        cli.run("--help");
        List<String> commands = Pattern.compile("^  ([a-z-]+)  ", Pattern.MULTILINE)
                .matcher(cli.out().split("\nCommands:\n")[1])
                .results()
                .map(match -> match.group(1))
                .toList();
        String manual = Files.readString(LINUX.resolve("faasnetlab.1"));

        assertThat(commands).hasSizeGreaterThan(10).contains("run", "export", "aws");
        assertThat(commands).allSatisfy(command -> assertThat(manual).contains(".TP\n.B " + command + "\n"));
        assertThat(Pattern.compile("^\\.B (\\d+)$", Pattern.MULTILINE)
                        .matcher(manual)
                        .results()
                        .map(match -> Integer.valueOf(match.group(1))))
                .containsExactly(
                        ExitCode.OK, ExitCode.FAILED, ExitCode.WRONG_INPUT, ExitCode.MISSING, ExitCode.STOPPED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void completionsAreAScriptThatBashReads() throws Exception {
        CliHarness cli = new CliHarness();
        assertThat(cli.run("generate-completion")).isZero();

        Process bash = new ProcessBuilder(
                        ExternalTools.require("bash").toString(), "-c", cli.out() + "\ncomplete -p faasnetlab")
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).as(output).isZero();
        assertThat(output).contains("faasnetlab");
        assertThat(cli.out()).contains("--preset");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReleaseHasTheNotesOfItsVersion() throws Exception {
        assertThat(notes("Unreleased")).startsWith("0\n").contains("### ");
        assertThat(notes("99.0.0")).startsWith("1\n").contains("no section for version 99.0.0");
    }

    @Test
    void theSiteHasEveryDocument() throws Exception {
        String site = Files.readString(Path.of("docs/site/mkdocs.yml"));
        try (Stream<Path> documents = Files.list(Path.of("docs"))) {
            assertThat(documents.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(name -> assertThat(site).contains("docs/" + name));
        }
    }

    private static String notes(String version) throws Exception {
        Process script = new ProcessBuilder("sh", ".ci/release-notes", version)
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return script.waitFor() + "\n" + output;
    }
}
