package org.faasnetlab.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.TerminalStyle;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.plan.Setting;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.run.event.RunEvent;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.testbed.local.iperf3.PortRange;
import org.faasnetlab.testbed.local.iperf3.ServerAddress;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.RunRowBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    private final CliHarness cli = new CliHarness();

    @TempDir
    private Path folder;

    @Test
    void aRunInWhichEveryFunctionDeliveredEndsWithZero() {
        assertThat(cli.run("run", "--preset", "iperf3-single", "--set", "functions=2", "--set", "link=625Mbit"))
                .isZero();

        assertThat(cli.lab.started()).singleElement().satisfies(plan -> {
            assertThat(Setting.FUNCTIONS.read(plan)).isEqualTo("2");
            assertThat(Setting.LINK.read(plan)).isEqualTo("625Mbit");
        });
        assertThat(cli.out()).startsWith("""
                        iperf3 concurrent, download. This computer, simulated network
                        1 trial, 2 functions, about 12 s, up to 1.56 GB
                        ciWidth=off congestion=system direction=download functions=2 hostLink=unlimited hosts=1 \
                        intervalMs=100 link=625Mbit memory=1769 network=relay omit=0 order=shuffled pause=0 probe=off \
                        repeats=1 seconds=10 seed=1 streams=1 tcpInfo=off

                        """);
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void printedTableIsAsExpected() {
        cli.run("run", "--preset", "iperf3-single");

        assertThat(cli.out()).contains("""
                        Run 20261123-104210-k3f9: iperf3 single, download
                        completed after 14 s. This computer, simulated network

                        How large is the burst of a function, and what is its baseline?
                        Function 0, which has the median bandwidth: no burst, only a baseline of 100 Mbit/s (95 % CI \
                        99.9 Mbit/s to 100 Mbit/s). A burst was detected in 0 of 2 functions.
                        What limited the functions cannot be determined. Missing data: CPU utilization of this computer.

                        TRIAL  FINISHED      MEDIAN   AGGREGATE      STEADY
                            1       2/2  200 Mbit/s  400 Mbit/s  400 Mbit/s

                        Statistics, evidence, cost, and settings: faasnetlab show 20261123-104210-k3f9 --details
                        """);
    }

    @Test
    void functionsThatFailedAreListedByReasonAndTheRunEndsWithOne() {
        cli.lab.outcome = PlainRuns.partial("20261123-104210-p7q2");

        assertThat(cli.run("run", "--preset", "iperf3-single")).isEqualTo(1);

        assertThat(cli.out())
                .contains("partial after 14 s. This computer\n", "2/3")
                .contains("1 function failed: server-busy (The iperf3 server was busy all the time.)\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = RunStatus.class,
            names = {"PARTIAL", "FAILED", "INTERRUPTED"})
    void incompleteRunExitsWithOne(RunStatus status) {
        cli.lab.outcome = PlainRuns.without("x", status);

        assertThat(cli.run("run", "--preset", "iperf3-single")).isEqualTo(1);
    }

    @Test
    void afterRunEverythingIsClosedAndInterruptHandlerLast() {
        cli.run("run", "--preset", "iperf3-single");

        assertThat(cli.lab.closed).containsExactly("testbed", "lab", "interrupts");
    }

    @Test
    void ctrlCCancelsRunShowsPartialResultsAndExitsWith130() {
        cli.lab.endless = true;
        cli.lab.story = listener -> cli.interrupts.get(0).run();

        assertThat(cli.run("run", "--preset", "iperf3-single")).isEqualTo(130);

        assertThat(cli.out()).contains("cancelled after 14 s");
        assertThat(cli.lab.closed).containsExactly("testbed", "lab", "interrupts");
    }

    @Test
    void unknownPresetIsRejectedWithList() {
        assertThat(cli.run("run", "--preset", "iperf-single")).isEqualTo(2);

        assertThat(cli.err())
                .startsWith(
                        "Unknown preset \"iperf-single\". Did you mean iperf3-single? Available presets: iperf3-single, ")
                .endsWith("figure-7.\n");
        assertThat(cli.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    functions=0       | Invalid value functions=0: expected 1 to 10000.
                    functions=many    | Invalid value functions=many: expected a whole number from 1 to 10000.
                    colour=red        | Unknown setting "colour".
                    objectMiB=5       | does not apply to iperf3-single
                    functions         | Setting "functions" has no value.
                    link=fast         | Invalid value link=fast: expected a link
                    seconds=900       | exceeds the maximum lifetime of a function
                    """)
    void aSettingThatCannotBeIsRefusedBeforeAnythingRuns(String setting, String sentence) {
        assertThat(cli.run("run", "--preset", "iperf3-single", "--set", setting))
                .isEqualTo(2);

        assertThat(cli.err()).contains(sentence).hasLineCount(1);
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void duplicateSettingIsRejected() {
        assertThat(cli.run("run", "-p", "iperf3-single", "-s", "functions=1", "-s", "functions=2"))
                .isEqualTo(2);

        assertThat(cli.err()).contains("Setting \"functions\" is specified twice");
    }

    @Test
    void runIsResumedByIdPrefix() throws Exception {
        cli.lab.store.add(PlainRuns.without("20261123-104210-k3f9", RunStatus.CANCELLED));

        assertThat(cli.run("run", "--resume", "20261123")).isZero();

        assertThat(cli.lab.resumed()).containsExactly("20261123-104210-k3f9");
    }

    @Test
    void completeRunIsNotResumedAndStartsNoTestbed() {
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));

        assertThat(cli.run("run", "--resume", "20261123")).isEqualTo(2);

        assertThat(cli.err()).startsWith("Nothing is left to measure.");
        assertThat(cli.lab.asked()).isEmpty();
    }

    @Test
    void aRunThatIsResumedTakesNoOtherPlan() {
        assertThat(cli.run("run", "--resume", "20261123", "--set", "functions=2"))
                .isEqualTo(2);
        assertThat(cli.run("run", "--resume", "none")).isEqualTo(2);

        assertThat(cli.err())
                .startsWith("--resume uses the plan of the run. Remove --preset, ")
                .contains("matches \"none\"");
        assertThat(cli.lab.resumed()).isEmpty();
    }

    @Test
    void withoutAPresetNothingRuns() {
        assertThat(cli.run("run")).isEqualTo(2);

        assertThat(cli.err()).startsWith("Specify either --preset or --plan. To list presets, run");
    }

    @Test
    void invalidPortsAreRejectedBeforeRun() {
        assertThat(cli.run("run", "-p", "iperf3-single", "--ports", "5300-5201"))
                .isEqualTo(2);

        assertThat(cli.err()).contains("Invalid value --ports=5300-5201: ").contains("for example 5201-5300");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void theTestbedOptionsReachTheTestbed() {
        cli.run("run", "-p", "iperf3-single", "--ports", "5201-5300", "--iperf3", "/opt/iperf3", "--data", "kept");

        assertThat(cli.lab.asked()).singleElement().satisfies(settings -> {
            assertThat(settings.iperf3Ports()).isEqualTo(new PortRange(5201, 5300));
            assertThat(settings.iperf3()).isEqualTo("/opt/iperf3");
        });
        assertThat(cli.opened).containsExactly(Path.of("kept"));
    }

    @Test
    void aServerOfTheUserReplacesTheSimulatedNetwork() {
        cli.run("run", "-p", "iperf3-single", "--server", "[2001:db8::1]:5201-5204");

        assertThat(cli.lab.asked())
                .singleElement()
                .extracting(settings -> settings.server())
                .isEqualTo(ServerAddress.parse("[2001:db8::1]:5201-5204"));
        assertThat(cli.out())
                .contains("Ignoring the simulated network of this plan: the way to a server of yours is real.")
                .contains("link=unlimited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--yes", "--dry-run"})
    void withoutItsProbesATransferIsMeasuredAgainstAServerOfTheUser(String option) {
        assertThat(cli.run("run", "-p", "iperf3-single", "--set", "probe=20ms", "--server", "127.0.0.1", option))
                .isZero();
        assertThat(cli.out()).contains("Measuring without latency probes: a server of yours does not answer them.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--yes", "--dry-run"})
    void whatAServerOfTheUserCannotServeIsRejectedBeforeRun(String option) {
        assertThat(cli.run("run", "-p", "latency", "--server", "127.0.0.1", option))
                .isEqualTo(2);
        assertThat(cli.err()).contains("The server 127.0.0.1:5201 answers no latency probes.");
        assertThat(cli.run("run", "-p", "s3-download", "--server", "127.0.0.1", option))
                .isEqualTo(2);
        assertThat(cli.err()).contains("The workload s3 cannot be measured against the iperf3 server 127.0.0.1:5201.");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void anInvalidServerIsRejectedBeforeRun() {
        assertThat(cli.run("run", "-p", "iperf3-single", "--server", "host:0")).isEqualTo(2);
        assertThat(cli.err())
                .contains("Invalid value --server=host:0: expected HOST")
                .contains("Specify the host on which you started iperf3 -s.");
        assertThat(cli.run("run", "-p", "iperf3-single", "--server", "host", "--ports", "5201-5300"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("--ports applies only to the iperf3 servers of this computer.");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void aMissingProgramEndsWithThree() {
        LabException missing = new LabException(LabException.Kind.UNAVAILABLE, "There is no iperf3.", "Install it.");
        cli.lab.failNext(missing);

        assertThat(cli.run("run", "-p", "iperf3-single")).isEqualTo(3);

        assertThat(cli.err()).isEqualTo("There is no iperf3. Install it.\n");
    }

    @Test
    void filesAreWrittenAndNamed() {
        Path csv = folder.resolve("a.csv");
        Path png = folder.resolve("b.png");

        assertThat(cli.run("run", "-p", "iperf3-single", "--csv", csv.toString(), "--png", png.toString()))
                .isZero();

        assertThat(cli.exported).containsExactly("CSV 20261123-104210-k3f9 a.csv", "PNG 20261123-104210-k3f9 b.png");
        assertThat(cli.out()).endsWith("Wrote " + csv + "\nWrote " + png + "\n");
    }

    @Test
    void unwritableFileIsRejectedBeforeMeasurement() throws Exception {
        Files.createFile(folder.resolve("file"));
        for (Path impossible : List.of(
                folder.resolve("none").resolve("a.csv"),
                folder,
                folder.resolve("file").resolve("a.csv"))) {
            assertThat(cli.run("run", "-p", "iperf3-single", "--csv", impossible.toString()))
                    .isEqualTo(2);
        }

        assertThat(cli.opened).isEmpty();
        assertThat(cli.err()).contains(" does not exist", "is a folder").hasLineCount(3);
    }

    @Test
    void fileThatAnotherOptionAlsoWritesIsRejectedBeforeMeasuring() {
        String csv = folder.resolve("a.csv").toString();
        String json = folder.resolve("a.functions.csv").toString();

        assertThat(cli.run("run", "-p", "iperf3-single", "--csv", csv, "--json", json))
                .isEqualTo(2);

        assertThat(cli.err()).contains("a.functions.csv of --json is also written by --csv");
    }

    @Test
    void oneFileForTwoFormatsIsRejected() {
        String file = folder.resolve("a").toString();

        assertThat(cli.run("run", "-p", "iperf3-single", "--csv", file, "--json", file))
                .isEqualTo(2);

        assertThat(cli.err()).contains("is specified twice");
    }

    @Test
    void failedExportAfterRunSuggestsExportCommand() {
        cli.exportFailure = new LabException(LabException.Kind.FAILED, "The disk is full.", "Free some space.");
        Path csv = folder.resolve("a b.csv");

        assertThat(cli.run("run", "-p", "iperf3-single", "--csv", csv.toString(), "--data", "my data"))
                .isEqualTo(1);

        assertThat(cli.err())
                .isEqualTo("The disk is full. Free some space.\n"
                        + "The run is saved. To export it again, run: faasnetlab export 20261123-104210-k3f9 --csv '"
                        + csv
                        + "' --data 'my data'\n");
    }

    @Test
    void withoutTerminalProgressIsALineEveryFewSeconds() {
        cli.ticker = (period, action) -> {
            assertThat(period).hasSeconds(5);
            return action::run;
        };
        cli.lab.story = listener -> {
            listener.onEvent(new RunEvent.TrialPreparing(0));
            listener.onEvent(
                    new RunEvent.TrialStarted(0, RunRowBuilder.STARTED, List.of(0, 0, 0), TrialConditions.NONE));
            for (int functionIndex = 0; functionIndex < 3; functionIndex++) {
                listener.onEvent(new RunEvent.FunctionReported(
                        0,
                        functionIndex,
                        new FunctionRecord.Measured(new Interval(0, 100_000, 1_250_000, null)),
                        RunRowBuilder.STARTED));
            }
            listener.onEvent(new RunEvent.FunctionSucceeded(0, 1));
            listener.onEvent(new RunEvent.FunctionFailed(0, 2, FailureReason.DEADLINE, "late"));
        };

        cli.run("run", "-p", "iperf3-single", "-s", "functions=3");

        assertThat(cli.err()).isEqualTo("5 s  1 of 3 sending  100 Mbit/s  1 failed  5 s left\n");
    }

    @Test
    void preparationIsReportedOnceHoweverLongItTakes() {
        AtomicReference<Runnable> tick = new AtomicReference<>();
        cli.ticker = (period, action) -> {
            tick.set(action);
            return () -> {};
        };
        cli.lab.story = listener -> {
            listener.onEvent(new RunEvent.TrialPreparing(0));
            tick.get().run();
            tick.get().run();
        };

        cli.run("run", "-p", "iperf3-single");

        assertThat(cli.err()).isEqualTo("preparing  10 s left\n");
    }

    @Test
    void functionsThatBecomeReadyAreCounted() {
        AtomicReference<Runnable> tick = new AtomicReference<>();
        cli.ticker = (period, action) -> {
            tick.set(action);
            return () -> {};
        };
        cli.lab.story = listener -> {
            listener.onEvent(new RunEvent.TrialPreparing(0));
            listener.onEvent(new RunEvent.TrialStarted(0, null, List.of(0, 0, 0), TrialConditions.NONE));
            tick.get().run();
            for (int functionIndex = 0; functionIndex < 2; functionIndex++) {
                listener.onEvent(new RunEvent.FunctionReported(
                        0,
                        functionIndex,
                        new FunctionRecord.Ready("sandbox", "", true, 1769, "amd64", "Java", 1, null),
                        RunRowBuilder.STARTED));
            }
            tick.get().run();
            listener.onEvent(new RunEvent.FunctionFailed(0, 2, FailureReason.SLOW_START, "slow"));
            listener.onEvent(new RunEvent.StartChosen(0, RunRowBuilder.STARTED));
            tick.get().run();
        };

        cli.run("run", "-p", "iperf3-single", "-s", "functions=3");

        assertThat(cli.err())
                .isEqualTo("functions ready 0 of 3  10 s left\n"
                        + "functions ready 2 of 3  10 s left\n"
                        + "functions ready 2 of 3  1 failed  10 s left\n");
    }

    @Test
    void terminalProgressBarIsErasedAtEnd() {
        cli.terminal = true;
        cli.ticker = (period, action) -> action::run;
        cli.lab.story = listener -> {
            listener.onEvent(new RunEvent.TrialPreparing(0));
            listener.onEvent(new RunEvent.TrialStarted(0, RunRowBuilder.STARTED, List.of(0), TrialConditions.NONE));
        };

        cli.run("run", "-p", "iperf3-single");

        String line = "[#####.....]  functions ready 0 of 1  5 s left";
        assertThat(cli.err()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
    }

    @Test
    void terminalShowsTheBandwidthOfTheLastSeconds() {
        cli.terminal = true;
        cli.style = new TerminalStyle(false, true);
        AtomicReference<Runnable> tick = new AtomicReference<>();
        cli.ticker = (period, action) -> {
            tick.set(action);
            return () -> {};
        };
        cli.lab.story = listener -> {
            listener.onEvent(new RunEvent.TrialPreparing(0));
            listener.onEvent(new RunEvent.TrialStarted(0, RunRowBuilder.STARTED, List.of(0), TrialConditions.NONE));
            for (int second = 0; second < 3; second++) {
                Interval interval = new Interval(second * 1_000_000L, 1_000_000, (4 - second) * 12_500_000L, null);
                listener.onEvent(new RunEvent.FunctionReported(
                        0, 0, new FunctionRecord.Measured(interval), RunRowBuilder.STARTED));
                for (int update = 0; update < 4; update++) {
                    tick.get().run();
                }
            }
        };

        cli.run("run", "-p", "iperf3-single");

        assertThat(cli.err()).contains("1 of 1 sending  200 Mbit/s  5 s left  \u2588\u2586\u2585");
        assertThat(cli.err().split("\r")).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }

    @Test
    void onlyATerminalThatHasColoursShowsAnAnswerThatIsNotReliableInColour() {
        cli.lab.outcome = PlainRuns.busyComputer("20261123-104210-k3f9");
        cli.run("run", "-p", "iperf3-single");
        assertThat(cli.out())
                .contains("\nNot reliable: function 0, which has")
                .contains("The CPU of this computer limited the run")
                .doesNotContain("\u001b");

        cli.style = new TerminalStyle(true, false);
        cli.run("run", "-p", "iperf3-single");
        assertThat(cli.out()).contains("\n\u001b[33mNot reliable: function 0, which has");
    }
}
