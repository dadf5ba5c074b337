package org.faasnetlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    private final CliHarness cli = new CliHarness();

    @TempDir
    private Path folder;

    @Test
    void withoutArgumentsTheWindowOpens() {
        assertThat(cli.run()).isZero();

        assertThat(cli.windows).isEqualTo(1);
        assertThat(cli.lab.closed).containsExactly("lab");
    }

    @Test
    void filesAreOpenedInTheWindow() {
        assertThat(cli.run("open", "plan.yaml", "runs.faasnetlab.zip")).isZero();

        assertThat(cli.windows).isEqualTo(1);
        assertThat(cli.shownFiles).containsExactly(Path.of("plan.yaml"), Path.of("runs.faasnetlab.zip"));
    }

    @Test
    void windowThatIsOpenTakesTheFiles() {
        cli.windowOpen = true;

        assertThat(cli.run("open", "plan.yaml")).isZero();
        assertThat(cli.run()).isZero();

        assertThat(cli.windows).isZero();
        assertThat(cli.opened).isEmpty();
        assertThat(cli.handedOver).containsExactly(Path.of("plan.yaml"));
        assertThat(cli.err())
                .isEqualTo("FaaS Network Lab is open already: its window opens the files.\n"
                        + "FaaS Network Lab is open already: its window was brought to the front.\n");
    }

    @Test
    void withoutDisplayNothingIsOpenedAndExitCodeIsThree() {
        cli.displayFailure =
                new LabException(LabException.Kind.UNAVAILABLE, "There is no display.", "Use the command line.");

        assertThat(cli.run()).isEqualTo(3);

        assertThat(cli.err()).isEqualTo("There is no display. Use the command line.\n");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void theVersionIsShown() {
        assertThat(cli.run("--version")).isZero();

        assertThat(cli.out()).isEqualTo("faasnetlab 1.2.3\n");
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        cli.outputFailure = new IOException("No space left on device");

        assertThat(cli.run("presets")).isEqualTo(ExitCode.FAILED);

        assertThat(cli.err()).isEqualTo("Cannot write to the standard output: No space left on device.\n");
        assertThat(cli.run("no-such-command")).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @Test
    void textOfOthersDoesNotControlTheTerminal() {
        cli.openFailure =
                new LabException(LabException.Kind.FAILED, "\u001b[2J\u202eevil" + "x".repeat(100_000), "Look.");

        assertThat(cli.run("runs")).isEqualTo(ExitCode.FAILED);

        assertThat(cli.err()).startsWith("\uFFFD[2J\uFFFDevilxxx").hasSizeLessThan(5_000);
    }

    @Test
    void errorsStayOnOneLineWhateverTheyQuote() {
        assertThat(cli.run("run", "--preset", "x\nq\r\ty")).isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(cli.err()).startsWith("Unknown preset \"x q  y\".").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"presets", "run", "runs", "show", "label", "delete", "export", "import", "compare", "repeats"})
    void everyCommandHasHelp(String command) {
        assertThat(cli.run(command, "--help")).isZero();

        assertThat(cli.out()).contains("Usage: faasnetlab " + command, "--data=DIR", "--help");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void theHelpNamesTheCommandsAndTheExitCodes() {
        assertThat(cli.run("--help")).isZero();

        assertThat(cli.out())
                .contains("presets", "run", "runs", "show", "export")
                .contains("Exit codes: 0 success");
    }

    @Test
    void unknownCommandIsRejectedWithSuggestion() {
        assertThat(cli.run("expor")).isEqualTo(2);

        assertThat(cli.err()).contains("Unknown command \"expor\".", "export", "For usage, run 'faasnetlab --help'.");
    }

    @Test
    void extraArgumentIsReported() {
        assertThat(cli.run("run", "--preset", "iperf3-single", "extra")).isEqualTo(ExitCode.WRONG_INPUT);

        assertThat(cli.err()).contains("Unexpected argument \"extra\".", "For usage, run 'faasnetlab run --help'.");
    }

    @Test
    void unknownOptionIsRejected() {
        assertThat(cli.run("run", "--preset", "iperf3-single", "--fast")).isEqualTo(2);

        assertThat(cli.err()).contains("Unknown option: '--fast'", "For usage, run 'faasnetlab run --help'.");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void presetsAreListed() {
        assertThat(cli.run("presets")).isZero();

        assertThat(cli.out().lines())
                .startsWith("One measurement")
                .contains(
                        "  s3-download         One function downloads an object of 256 MiB from S3 over 4 connections.");
    }

    @Test
    void theSettingsOfAPresetAreListedWithTheirMeaning() {
        assertThat(cli.run("presets", "s3-download")).isZero();

        assertThat(cli.out())
                .contains("objectMiB    256        S3 object size in MiB or with a unit, 1MB to 5120MiB;"
                        + " accepts several values: a,b,c\n")
                .doesNotContain("streams");
    }

    @Test
    void settingsOfUnknownPresetAreRejected() {
        assertThat(cli.run("presets", "none")).isEqualTo(2);

        assertThat(cli.err()).startsWith("Unknown preset \"none\".");
    }

    @Test
    void withoutRunsListExplainsHowToStartOne() {
        assertThat(cli.run("runs")).isZero();

        assertThat(cli.out()).isEqualTo("No runs yet. Start one with: faasnetlab run --preset iperf3-single\n");
    }

    @Test
    void runsAreListed() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));
        cli.lab.store.add(PlainRuns.without("20261122-080000-a1b2", RunStatus.CANCELLED));

        assertThat(cli.run("runs")).isZero();

        assertThat(cli.out()).isEqualTo("""
                        RUN                   STARTED           STATUS     PRESET         NETWORK    TITLE
                        20261123-104210-k3f9  2026-11-23 10:42  completed  iperf3-single  simulated  iperf3 single, download
                        20261122-080000-a1b2  2026-11-23 10:42  cancelled  iperf3-single  real       iperf3 single, download
                        """);
    }

    @Test
    void runsAreComparedByIdOrPrefix() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));
        cli.lab.store.add(PlainRuns.partial("20261122-080000-a1b2"));

        assertThat(cli.run("compare", "20261123-104210-k3f9", "20261122-080000-a1b2", "--with-invalid"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("The runs have no cell in common").contains("add --force");
        assertThat(cli.run("compare", "20261123-104210-k3f9", "20261122-080000-a1b2", "--with-invalid", "--force"))
                .isZero();

        assertThat(cli.out()).contains("SETTING  20261123-104210-k3f9  20261122-080000-a1b2");
    }

    @Test
    void metricThatNoRunHasIsRejectedInAComparison() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));
        cli.lab.store.add(PlainRuns.partial("20261122-080000-a1b2"));

        assertThat(cli.run("compare", "20261123", "20261122", "--metric", "loss", "--with-invalid"))
                .isEqualTo(2);

        assertThat(cli.err()).contains("These runs cannot be compared by \"loss\". Available metrics: bit_per_s");
    }

    @Test
    void repetitionsAreEstimatedFromAPilot() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));
        assertThat(cli.run("repeats", "20261123")).isEqualTo(2);
        assertThat(cli.err()).contains("has no cell with two valid trials", "--set repeats=6");

        cli.lab.store.add(SampleSweeps.concurrency());
        assertThat(cli.run("repeats", "20261123-104210-cs", "--ci-width", "10")).isZero();
        assertThat(cli.out())
                .containsPattern("CELL +TRIALS +CV +REPEATS +UP TO")
                .containsPattern("iperf3 download, 16 functions.* 2 +0.0 % +6 +6");
    }

    @Test
    void labelledRunIsFoundByTag() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));
        cli.lab.store.add(PlainRuns.completed("20261122-080000-a1b2"));

        assertThat(cli.run("label", "20261123", "--name", "after", "--note", "a note", "--tag", "b", "--tag", "a"))
                .isZero();
        assertThat(cli.run("label", "20261123", "--tag", "c", "--untag", "b", "--note", ""))
                .isZero();
        assertThat(cli.lab.store.labels)
                .isEqualTo(Map.of("20261123-104210-k3f9", RunLabel.of("after", null, List.of("a", "c"))));

        assertThat(cli.run("runs", "--tag", "a")).isZero();
        assertThat(cli.out()).contains("20261123-104210-k3f9", "TAGS", "a c").doesNotContain("20261122");
        cli.run("show", "20261123");
        assertThat(cli.out()).contains("Tags: a c");
    }

    @Test
    void invalidTagIsRejected() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));

        assertThat(cli.run("label", "20261123", "--tag", "two words")).isEqualTo(2);
        assertThat(cli.run("label", "20261123")).isEqualTo(2);

        assertThat(cli.err()).startsWith("Invalid tag \"two words\".").contains("No changes specified.");
    }

    @Test
    void runsAreDeletedAfterConfirmation() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));
        cli.lab.store.add(PlainRuns.completed("20261122-080000-a1b2"));
        cli.terminal = true;

        cli.typed.add("no");
        assertThat(cli.run("delete", "20261123", "20261122")).isZero();
        assertThat(cli.err()).contains("Delete these 2 runs and all results?");
        assertThat(cli.lab.store.runs()).hasSize(2);

        cli.typed.add("y");
        assertThat(cli.run("delete", "20261123")).isZero();
        assertThat(cli.lab.store.runs()).hasSize(1);
    }

    @Test
    void deletingWithoutTerminalRequiresYes() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));

        assertThat(cli.run("delete", "20261123")).isEqualTo(2);
        assertThat(cli.lab.store.runs()).hasSize(1);

        assertThat(cli.run("delete", "20261123", "--yes")).isZero();
        assertThat(cli.lab.store.runs()).isEmpty();
    }

    @Test
    void runIsShownByIdPrefix() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));

        assertThat(cli.run("show", "20261123")).isZero();
        assertThat(cli.out())
                .contains("Run 20261123-104210-k3f9", "AGGREGATE", "faasnetlab show 20261123-104210-k3f9 --details")
                .doesNotContain("START SPREAD", "SETTING");

        assertThat(cli.run("show", "20261123", "--details")).isZero();

        assertThat(cli.out())
                .contains("Run 20261123-104210-k3f9", "START SPREAD")
                .endsWith("""
                        SETTING    VALUE
                        functions  2
                        link       625Mbit

                        ENVIRONMENT  VALUE
                        os           Linux 6.1
                        """);
    }

    @Test
    void aRunIsShownWithItsStatisticsCostVerdictAndEvidence() {
        cli.lab.store.add(PlainRuns.partial("20261123-104210-k3f9"));

        assertThat(cli.run("show", "20261123", "--functions")).isZero();

        assertThat(cli.out())
                .containsPattern("TRIAL  SANDBOXES +N  FAILED +MEDIAN +95 % CI OF MEDIAN +P5 +P95 +CV +IN WINDOW")
                .containsPattern(
                        " 1  cold +2 +1  200 Mbit/s  0.0 Mbit/s to 1.47 Gbit/s +n < 20  n < 20  70.7 % +99.6 % or more")
                .containsPattern("TRIAL +MEMORY  FUNCTIONS  RESPONSE  FUNCTION TIME +GB-S +COST")
                .contains("as it would be on AWS.")
                .contains("1 of 3 functions did not finish, so the others did not run under the intended")
                .contains("  ! functions: 2 of 3 finished; failed functions are counted but not sampled.")
                .contains("  ? this computer: CPU utilization was not recorded.")
                .containsPattern("1 +2  download +- +failed +- +- +- +-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "export"})
    void unknownRunIsRejected(String command) {
        String[] arguments = command.equals("show")
                ? new String[] {"show", "x"}
                : new String[] {"export", "x", "--csv", folder.resolve("a.csv").toString()};

        assertThat(cli.run(arguments)).isEqualTo(2);

        assertThat(cli.err())
                .isEqualTo("No run, or more than one run, matches \"x\". To list runs, run 'faasnetlab runs'.\n");
    }

    @Test
    void aRunIsExported() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));
        Path json = folder.resolve("a.json");

        assertThat(cli.run("export", "2026", "--json", json.toString())).isZero();

        assertThat(cli.exported).containsExactly("JSON 20261123-104210-k3f9 a.json");
        assertThat(cli.out()).isEqualTo("Wrote " + json + "\n");
    }

    @Test
    void exportWithoutFileIsRejected() {
        assertThat(cli.run("export", "2026")).isEqualTo(2);

        assertThat(cli.err())
                .isEqualTo(
                        "No output file specified. Specify at least one of --csv, --json, --png, --svg, --report, and --archive.\n");
    }

    @Test
    void failedExportExitsWithOne() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));
        cli.exportFailure = new LabException(LabException.Kind.FAILED, "The disk is full.", "Free some space.");

        assertThat(cli.run("export", "2026", "--json", folder.resolve("a.json").toString()))
                .isEqualTo(1);
    }

    @Test
    void dataFolderOptionIsAllowedBeforeAndAfterCommand() {
        cli.run("--data", "one", "runs");
        cli.run("runs", "--data", "two");
        cli.run("--data", "three");

        assertThat(cli.opened).containsExactly(Path.of("one"), Path.of("two"), Path.of("three"));
    }

    @Test
    void expectedFailureIsReportedWithRemedy() {
        cli.openFailure = new LabException(LabException.Kind.FAILED, "The folder is not writable.", "Name another.");

        assertThat(cli.run("runs")).isEqualTo(1);

        assertThat(cli.err()).isEqualTo("The folder is not writable. Name another.\n");
    }

    @Test
    void unexpectedErrorHasCodeAndLogFileButNoStackTrace() {
        cli.lab.story = listener -> {
            throw new IllegalStateException("surprise");
        };

        assertThat(cli.run("run", "--preset", "iperf3-single")).isEqualTo(1);

        assertThat(cli.err())
                .matches("Unexpected error \\(code [0-9A-F]{6}\\)\\. See logs.faasnetlab\\.log for details\\.\n");
        assertThat(cli.lab.closed).containsExactly("testbed", "lab", "interrupts");
    }

    @Test
    void usedUpThreadsAreExplained() {
        cli.lab.story = listener -> {
            throw new IllegalStateException(new OutOfMemoryError("unable to create native thread: limits reached"));
        };

        assertThat(cli.run("run", "--preset", "iperf3-single")).isEqualTo(1);

        assertThat(cli.err()).startsWith("The system refused this program another thread. Use fewer functions");
    }
}
