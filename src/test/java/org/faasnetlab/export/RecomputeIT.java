package org.faasnetlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.testing.analysis.BurstRuns;
import org.faasnetlab.testing.export.ArchiveBetweenStores;
import org.faasnetlab.testing.process.ExternalTools;
import org.faasnetlab.testing.process.PythonTools;
import org.faasnetlab.testing.store.PlainRuns;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.SampleSweeps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The script in every archive computes the numbers of the report from the rows, independently of this program. */
class RecomputeIT {
    @RegisterExtension
    private final ArchiveBetweenStores archive = new ArchiveBetweenStores();

    @Test
    void theRowsOfAnArchiveGiveItsNumbersAndChangedOnesDoNot() throws Exception {
        List<RunData> runs = List.of(
                SampleRuns.manyFunctions(),
                SampleRuns.withFailures(),
                SampleRuns.s3Upload(),
                SampleRuns.small(),
                SampleRuns.nothingDelivered(),
                SampleSweeps.bothDirections(),
                SampleSweeps.concurrency(),
                SampleSweeps.memory(),
                SampleRuns.lambdaBurst(),
                SampleRuns.sharedHost(),
                SampleRuns.withEvidence(),
                BurstRuns.withPauses("20261123-104210-b1", new double[][] {{300, 320}, {200, 0}, {310, 305}, {0, 0}}),
                BurstRuns.of("20261123-104210-b2", new double[] {280}),
                unsteady("20261123-104210-u1"),
                PlainRuns.searches("20261123-104210-s1", 2, 50e6, 60e6, 70e6));
        for (RunData run : runs) {
            SampleRuns.save(archive.here, run);
        }
        archive.export(archive.here, runs.stream().map(run -> run.run().id()).toList());

        ExternalTools.Output same = recompute();
        assertThat(same.text()).contains(" 0 differ.").doesNotContain("too large");
        assertThat(same.status()).isZero();
        assertThat(Integer.parseInt(same.text().strip().split(" ")[0])).isGreaterThan(1_500);

        // One byte more in one interval of 100 ms is 80 bit/s of an aggregate, or one ten-millionth of it.
        archive.change("intervals.csv", rows -> rows.replaceFirst(",(\\d+),0\n", ",1$1,0\n"));
        ExternalTools.Output changed = recompute();
        assertThat(changed.text()).contains("aggregate is ");
        assertThat(changed.status()).isEqualTo(1);

        archive.change("intervals.csv", rows -> rows.replaceFirst(",1(\\d+),0\n", ",$1,0\n"));
        archive.change(
                "findings.json",
                json -> json.replaceFirst("(\"cells\":\\[\\{.*?\"median_bit_per_s\":)(\\d+)", "$19$2")
                        .replaceFirst("(\"steady_window\":\\{\"start_s\":0\\.)\\d", "$19"));
        ExternalTools.Output cell = recompute();
        assertThat(cell.text())
                .contains(", cell iperf3 download")
                .contains("median is 9")
                .contains(": start of the steady window is 9");
        assertThat(cell.status()).isEqualTo(1);

        archive.change("findings.json", json -> json.replaceFirst("(\"burst_bytes\":)\\d", "$18"));
        assertThat(recompute().text()).contains("burst_bytes = C(knee) - r knee does not hold for the rows");
        archive.change("evidence.csv", rows -> rows.replaceFirst("(?m)^(\\d+,\\d+,\\d*,)[\\d.]+", "$10.5"));
        assertThat(recompute().text())
                .contains("invalid_reasons are ['computer_busy'] in findings.json and [] from the rows");

        archive.rewrite(entries -> {
            entries.remove("findings.json");
            return entries;
        });
        assertThat(recompute().status()).isEqualTo(2);
    }

    /** One function whose rate varies from second to second, and one whose rate changes in steps. */
    private static RunData unsteady(String id) {
        RunData run = BurstRuns.of(id, new double[] {0, 0});
        return new RunData(
                run.run(),
                run.trials(),
                run.functions(),
                run.intervals().stream()
                        .map(stored -> {
                            Interval interval = stored.interval();
                            long second = interval.offsetMicros() / 1_000_000;
                            double factor =
                                    stored.functionIndex() == 0 ? 0.4 + second * 7 % 10 / 8.0 : second < 6 ? 0.3 : 1;
                            return new StoredInterval(
                                    0,
                                    stored.functionIndex(),
                                    new Interval(
                                            interval.offsetMicros(),
                                            interval.durationMicros(),
                                            Math.round(interval.bytes() * factor),
                                            null));
                        })
                        .toList());
    }

    private ExternalTools.Output recompute() throws Exception {
        Path script = archive.folder.resolve("recompute.py");
        try (ZipFile zip = new ZipFile(archive.file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("recompute.py"))) {
            Files.write(script, in.readAllBytes());
        }
        return ExternalTools.run(PythonTools.program("python"), script.toString(), archive.file.toString());
    }
}
