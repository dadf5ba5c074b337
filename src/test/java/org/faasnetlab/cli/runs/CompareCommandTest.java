package org.faasnetlab.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.faasnetlab.testing.analysis.BurstRuns;
import org.faasnetlab.testing.cli.CliHarness;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private static final String FIRST = "20261123-104210-k3f9";
    private static final String SECOND = "20261122-080000-a1b2";

    private final CliHarness cli = new CliHarness();

    @Test
    void equalRunsAreListedSideBySide() {
        twoRuns();

        assertThat(cli.run("compare", FIRST, SECOND)).isZero();

        assertThat(cli.out())
                .contains("Run " + FIRST + ": iperf3 single, download (simulated network)")
                .contains("Bandwidth per function: ")
                .containsPattern(FIRST + " +1 +2 +0 +200 Mbit/s")
                .contains("Setting: identical in all runs.", "Environment: identical in all runs.");
    }

    @Test
    void cellsOfOneRunAreComparedWithTheFirst() {
        cli.lab.store.add(SampleSweeps.concurrency());

        assertThat(cli.run("compare", "20261123-104210-cs")).isZero();

        assertThat(cli.out())
                .contains("Run 20261123-104210-cs: Concurrent functions", "Bandwidth per function")
                .containsPattern("CELL +TRIALS +N +FAILED +MEDIAN +95 % CI +DIFFERENCE")
                .containsPattern("16 functions.* 2 +32 +0 +61.1 Mbit/s")
                .contains("Trials of the same repetition are compared with each other.");
    }

    @Test
    void cellsOfOneRunAreJsonToo() {
        cli.lab.store.add(SampleSweeps.concurrency());

        assertThat(cli.run("compare", "20261123-104210-cs", "--output", "json")).isZero();

        assertThat(cli.out()).startsWith("{").contains("\"cells\"").doesNotContain("CELL ");
    }

    @Test
    void oneRunWithOneCellCannotBeCompared() {
        cli.lab.store.add(PlainRuns.completed(FIRST));

        assertThat(cli.run("compare", FIRST)).isEqualTo(2);

        assertThat(cli.err()).contains("Run " + FIRST + " has no second cell, and no other run was specified.");
    }

    @Test
    void aRunWithoutAValidTrialIsNotSaidToHaveMeasuredSomethingElse() {
        cli.lab.store.add(PlainRuns.busyComputer(FIRST));
        cli.lab.store.add(PlainRuns.busyComputer(SECOND));

        assertThat(cli.run("compare", FIRST, SECOND, "--metric", "cpu_us")).isEqualTo(2);

        assertThat(cli.err())
                .contains("Run " + FIRST
                        + " has no valid trial to compare. To include invalid trials, add --with-invalid.");
        assertThat(cli.run("compare", FIRST, SECOND, "--with-invalid")).isZero();
    }

    @Test
    void pictureOfOneRunIsRejected(@TempDir Path folder) {
        cli.lab.store.add(SampleSweeps.concurrency());

        assertThat(cli.run("compare", "20261123-104210-cs", "--png", file(folder)))
                .isEqualTo(2);

        assertThat(cli.err()).contains("At least two runs are required for --png.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aggregatesOfTwoRunsAreDrawn(@TempDir Path folder) throws IOException {
        twoRuns();

        assertThat(cli.run("compare", FIRST, SECOND, "--png", file(folder))).isZero();

        assertThat(cli.out()).endsWith("Wrote " + file(folder) + "\n");
        assertThat(picture(folder).getWidth()).isGreaterThan(1000);
    }

    @Test
    void spreadOfAnotherMetricIsDrawn(@TempDir Path folder) throws IOException {
        twoRuns();

        assertThat(cli.run("compare", FIRST, SECOND, "--metric", "retransmits", "--png", file(folder)))
                .as(cli.err())
                .isZero();

        assertThat(cli.out()).contains("Retransmits per function: ");
        assertThat(picture(folder).getWidth()).isGreaterThan(1000);
    }

    @Test
    void equivalenceHasARange() {
        twoRuns();

        assertThat(cli.run("compare", FIRST, SECOND, "--equivalence", "0")).isEqualTo(2);
        assertThat(cli.run("compare", FIRST, SECOND, "--equivalence", "101")).isEqualTo(2);

        assertThat(cli.err()).contains("Invalid value --equivalence 0.0: expected above 0 to 100.");
    }

    /** Shifts of 340, 330, 350 MB to 300, 290, 310 MB. */
    @Test
    void runsAreComparedByTheirBursts() throws Exception {
        SampleRuns.save(
                cli.lab.store,
                BurstRuns.of("20261123-104210-b1", new double[] {300}, new double[] {290}, new double[] {310}));
        SampleRuns.save(
                cli.lab.store,
                BurstRuns.of("20261123-104210-b2", new double[] {340}, new double[] {330}, new double[] {350}));
        assertThat(cli.run("compare", "20261123-104210-b1", "20261123-104210-b2", "--metric", "burst_bytes"))
                .as(cli.err())
                .isZero();
        assertThat(cli.out())
                .contains("Burst per function: ", "300 MB", "340 MB", "+40.0 MB")
                .contains("Burst per function was 40.0 MB (13.3 %) higher in 20261123-104210-b2 than in ");
    }

    private void twoRuns() {
        cli.lab.store.add(PlainRuns.completed(FIRST));
        cli.lab.store.add(PlainRuns.completed(SECOND));
    }

    private static String file(Path folder) {
        return folder.resolve("compared.png").toString();
    }

    private static BufferedImage picture(Path folder) throws IOException {
        return ImageIO.read(Files.newInputStream(folder.resolve("compared.png")));
    }
}
