package org.faasnetlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.process.ExternalTools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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

    /** The release workflow begins with the check; it published packages before it found that the notes were missing. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReleaseIsPreparedByAScriptAndCheckedBeforeAnythingIsBuilt(@TempDir Path copy) throws Exception {
        for (String file : List.of(
                ".ci/prepare-release",
                ".ci/check-release",
                ".ci/release-notes",
                "pom.xml",
                "CHANGELOG.md",
                "README.md",
                "src/package/flatpak/org.faasnetlab.FaasNetworkLab.yaml")) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(Path.of(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        String version = "99.1.0";
        Files.writeString(
                copy.resolve("CHANGELOG.md"),
                "# Changelog\n\n## [Unreleased]\n\n### Added\n- A chart.\n\n## [0.0.1] - 2026-01-01\n\n### Added\n- A plot.\n");
        assertThat(script(copy, ".ci/check-release", version))
                .startsWith("1\n")
                .contains("pom.xml has version", "no section for version " + version, ".ci/prepare-release " + version);

        for (String file : List.of("README.md", "src/package/flatpak/org.faasnetlab.FaasNetworkLab.yaml")) {
            String text = Files.readString(copy.resolve(file));
            Files.writeString(
                    copy.resolve(file),
                    text.replaceAll("faasnetlab_[0-9.]+_amd64", "faasnetlab_" + version + "_amd64"));
        }
        assertThat(script(copy, ".ci/prepare-release", version, "2026-12-24")).startsWith("0\n");
        assertThat(script(copy, ".ci/check-release", version)).isEqualTo("0\n");
        assertThat(copy.resolve("CHANGELOG.md"))
                .content()
                .contains("## [Unreleased]\n\n## [" + version + "] - 2026-12-24\n\n### ");
        assertThat(script(copy, ".ci/release-notes", version))
                .contains("A chart.")
                .doesNotContain("A plot.");
        assertThat(script(copy, ".ci/prepare-release", version)).startsWith("1\n");

        String workflow = Files.readString(Path.of(".github/workflows/release.yml"));
        assertThat(workflow)
                .containsPattern("check:\\n(?s:(?!\\n  packages:).)*run: \\.ci/check-release")
                .containsPattern("packages:\\n    needs: check\\n")
                .containsPattern("release:\\n    needs: \\[distribution, packages]\\n");
    }

    @Test
    void everyCheckOfTheDistributionRunsInAWorkflow() throws Exception {
        String workflows = Files.readString(Path.of(".github/workflows/weekly.yml"));
        try (Stream<Path> scripts = Files.list(Path.of(".ci"))) {
            assertThat(scripts.map(script -> script.getFileName().toString())
                            .filter(name -> name.startsWith("check-") && !name.equals("check-release")))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(name -> assertThat(workflows).contains("run: .ci/" + name));
        }
    }

    /** The next release needs no change of these files. */
    @Test
    void packageFilesNameTheVersionOfTheProject() throws Exception {
        String version = Pattern.compile("<version>([0-9.]+)(-SNAPSHOT)?</version>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        for (String file : List.of("README.md", "src/package/flatpak/org.faasnetlab.FaasNetworkLab.yaml")) {
            assertThat(Path.of(file)).content().contains("faasnetlab_" + version + "_amd64.deb");
        }
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

    /** Exit code and output. */
    private static String script(Path folder, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("sh"), Stream.of(command)).toList())
                .directory(folder.toAbsolutePath().toFile());
        ExternalTools.Output output = ExternalTools.run(builder);
        return output.status() + "\n" + output.text();
    }
}
