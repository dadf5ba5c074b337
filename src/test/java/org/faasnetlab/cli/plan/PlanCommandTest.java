package org.faasnetlab.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faasnetlab.testing.plan.ProgramPresets.PRESETS;
import static org.faasnetlab.testing.plan.ProgramPresets.SETTINGS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.faasnetlab.LabException;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.plan.file.PlanFiles;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.store.PlainRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private final CliHarness cli = new CliHarness();

    @TempDir
    Path folder;

    @Test
    void aSavedPlanRunsAsItWasSaved() throws Exception {
        String file = folder.resolve("plan.yaml").toString();

        assertThat(cli.run("plan", "save", "-p", "figure-6", "-s", "repeats=2", "--title", "Again", file))
                .isZero();
        assertThat(cli.run("run", "--plan", file)).isZero();

        ExperimentPlan saved = SETTINGS.apply(PRESETS.byName("figure-6").plan(), List.of("repeats=2"));
        assertThat(cli.lab.started()).containsExactly(saved.withTitle("Again"));
    }

    @Test
    void thePlanOfARunIsSaved() throws Exception {
        String file = folder.resolve("plan.yaml").toString();
        cli.lab.store.add(PlainRuns.completed("20261123-104210-k3f9"));

        assertThat(cli.run("plan", "save", "--run", "20261123", "-s", "repeats=2", file))
                .isZero();

        ExperimentPlan measured = SETTINGS.apply(
                PRESETS.byName("iperf3-single").plan(), List.of("functions=2", "link=625Mbit", "repeats=2"));
        assertThat(new PlanFiles(PRESETS).read(Path.of(file))).isEqualTo(measured.withTitle("iperf3 single, download"));
    }

    @Test
    void aRunThatIsSavedTakesNoOtherPlan() {
        assertThat(cli.run("plan", "save", "--run", "20261123", "-p", "figure-6", "plan.yaml"))
                .isEqualTo(2);

        assertThat(cli.err())
                .isEqualTo("--run cannot be combined with --preset or --plan. Specify only one of them.\n");
    }

    @Test
    void existingFileIsNotReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("plan.json"), "mine");

        assertThat(cli.run("plan", "save", "-p", "figure-6", file.toString())).isEqualTo(2);

        assertThat(cli.err())
                .isEqualTo("File " + file + " already exists. Specify another name, or delete the file.\n");
        assertThat(file).hasContent("mine");
    }

    @Test
    void whereAPlanHasToBeMeasuredIsReported() throws Exception {
        String file = folder.resolve("plan.yaml").toString();
        assertThat(cli.run("plan", "save", "-p", "network-quota", file)).isZero();

        assertThat(cli.run("plan", "check", file)).isZero();

        assertThat(cli.out())
                .contains("\nOn AWS, run it outside the VPC (--outside): inside, every function is limited to");
    }

    @Test
    void whatThisComputerLacksForTheNetworkIsReportedBeforeARun() throws Exception {
        String file = folder.resolve("plan.yaml").toString();
        assertThat(cli.run("plan", "save", "-p", "iperf3-single", "-s", "network=kernel", "-s", "delay=20ms", file))
                .isZero();
        assertThat(cli.run("plan", "check", file)).isZero();
        assertThat(cli.out()).doesNotContain("This computer cannot");

        cli.missingNetwork = new LabException(LabException.Kind.UNAVAILABLE, "No netem.", "Load it.");
        assertThat(cli.run("plan", "check", file)).isZero();
        assertThat(cli.out()).endsWith("This computer cannot run it: No netem. Load it.\n");
        assertThat(cli.run("run", "--plan", file, "--dry-run")).isZero();
        assertThat(cli.out()).endsWith("This computer cannot run it: No netem. Load it.\n");
    }

    @Test
    void invalidPlanIsRejectedWithPositionBeforeStart() throws Exception {
        Path file = Files.writeString(folder.resolve("plan.yaml"), "plan: 1\npreset: iperf3-single\nlenght: 5 s\n");

        assertThat(cli.run("plan", "check", file.toString())).isEqualTo(2);
        assertThat(cli.run("run", "--plan", file.toString())).isEqualTo(2);

        assertThat(cli.err().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith(
                        file + ":3:1: Unknown key \"lenght\". Did you mean length? Allowed keys: plan, "));
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void aDryRunListsTheTrialsInTheirOrderAndWhatTheyTake() {
        assertThat(cli.run(
                        "run",
                        "--dry-run",
                        "-p",
                        "iperf3-single",
                        "-s",
                        "functions=1,2,4",
                        "-s",
                        "repeats=2",
                        "-s",
                        "order=listed"))
                .isZero();

        assertThat(cli.out())
                .contains(
                        """
                        6 trials, 14 functions, about 69 s, up to 15.34 GB
                        """,
                        """
                        TRIAL  REPETITION   MEMORY  FUNCTIONS  DIRECTION  SECONDS  STREAMS
                            1           1  1769 MB          1  download        10        1
                            2           1  1769 MB          2  download        10        1
                            3           1  1769 MB          4  download        10        1
                            4           2  1769 MB          1  download        10        1
                        """,
                        "On this computer, the experiment is free. On AWS, the functions and their S3 requests would cost about 0.0046 US");
        assertThat(cli.opened).isEmpty();
    }

    @Test
    void largePlanRunsOnlyAfterConfirmation() {
        assertThat(cli.run("run", "-p", "iperf3-single", "-s", "seconds=1", "-s", "functions=1,2", "-s", "repeats=501"))
                .isEqualTo(2);
        assertThat(cli.err())
                .startsWith("This is a large experiment: 1002 trials, 1503 functions, about 42 min, up to ");
        assertThat(cli.opened).isEmpty();

        assertThat(cli.run("run", "--yes", "-p", "iperf3-single", "-s", "seconds=1", "-s", "repeats=1000"))
                .isZero();
        assertThat(cli.lab.started()).hasSize(1);
    }

    @Test
    void presetAndPlanAreMutuallyExclusive() {
        assertThat(cli.run("run", "--preset", "iperf3-single", "--plan", "plan.yaml"))
                .isEqualTo(2);
        assertThat(cli.run("plan")).isEqualTo(2);

        assertThat(cli.err())
                .contains("Specify either --preset or --plan. To list presets")
                .contains("Missing command: specify save, check, or schema.");
    }

    @Test
    void theSchemaIsPrinted() throws Exception {
        assertThat(cli.run("plan", "schema")).isZero();

        assertThat(cli.out()).isEqualTo(Files.readString(Path.of("docs/plan.schema.json")));
    }
}
