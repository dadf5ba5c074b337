package org.faasnetlab.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.faasnetlab.analysis.burst.BurstFit;
import org.faasnetlab.analysis.verdict.Verdict;
import org.faasnetlab.export.JsonExport;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.report.StatisticsTable;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.analysis.MinimalRows;
import org.faasnetlab.testing.analysis.SyntheticLink;
import org.faasnetlab.testing.analysis.SyntheticLink.Shape;
import org.faasnetlab.testing.analysis.SyntheticLink.Trouble;
import org.faasnetlab.testing.store.SampleSweeps;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conclusions from trials in which one half of the functions downloads and the other uploads. */
class BidirectionalAnalysisTest {
    private static final long SOCKET_BYTES = 4_000_000;

    private final RunAnalysis analysis = RunAnalysis.withBundledData();
    private final List<TrialRow> trials = new ArrayList<>();
    private final List<FunctionRow> functions = new ArrayList<>();
    private final List<StoredInterval> intervals = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void eachDirectionHasSeparateVerdict() {
        trial(Direction.BOTH, 2, "625Mbit", "1Gbit", 0);
        function(0, 620);
        function(1, 300);
        TrialFindings trial = findings(0, 0.5);

        assertThat(trial.verdict()).isInstanceOfSatisfying(Verdict.PerDirection.class, verdict -> {
            assertThat(verdict.download()).isInstanceOf(Verdict.SimulatedFunctionLink.class);
            assertThat(verdict.upload()).isInstanceOf(Verdict.Undetermined.class);
            assertThat(verdict.sentence().toString())
                    .startsWith("Download: the simulated link limited each function: 62")
                    .contains(" Upload: what limited the functions cannot be determined");
        });
        assertThat(trial.burst().toString()).contains("Download: no burst, only", "Upload: no burst, only");
        assertThat(trial.evidence())
                .extracting(item -> item.label().toString())
                .containsOnlyOnce("functions", "start", "length", "this computer")
                .contains("simulated link of a function, download", "simulated link of a function, upload");
    }

    @Test
    void hostLinkIsSharedOnlyWithinOneDirection() {
        trial(Direction.BOTH, 4, "625Mbit", "1Gbit", 0);
        for (int functionIndex = 0; functionIndex < 4; functionIndex++) {
            function(functionIndex, 500);
        }
        assertThat(findings(0, 0.5).directions())
                .extracting(TrialFindings::verdict)
                .allSatisfy(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(
                                Verdict.SimulatedHostLink.class,
                                host -> assertThat(host.expected().megabitsPerSecond())
                                        .isEqualTo(1000)));
    }

    @Test
    void equalEvidenceOfBothDirectionsIsListedOnce() {
        trial(Direction.BOTH, 2, "625Mbit", "unlimited", 0);
        function(0, 625);
        function(1, 625.1);
        assertThat(findings(0, 0.5).verdict().sentence().toString())
                .isEqualTo("Both directions: the simulated link limited each function: 625 Mbit/s measured, link set to"
                        + " 625 Mbit/s.");
    }

    @Test
    void commonFindingIsReportedOnce() {
        trial(Direction.BOTH, 2, "unlimited", "unlimited", 0);
        function(0, 3000);
        function(1, 2000);
        assertThat(findings(0, 0.97).verdict()).isEqualTo(new Verdict.LocalComputerBusy(0.97));
    }

    @Test
    void inconclusiveTrialHasNoVerdictOnDirections() {
        trial(Direction.BOTH, 2, "625Mbit", "unlimited", 0);
        function(0, 620);
        functions.add(new FunctionRow(
                0, 1, 0, "b", true, 1L, null, null, null, null, MetricValues.NONE, FailureReason.DEADLINE, "late"));
        assertThat(findings(0, 0.5).verdict()).isEqualTo(new Verdict.TooManyFailures(1, 2));
    }

    @Test
    void bytesBufferedBySenderAreNotPartOfBurst() {
        trial(Direction.BOTH, 2, "unlimited", "unlimited", 0);
        function(0, 620);
        burst(1, "b", 20, SOCKET_BYTES);
        assertThat(findings(0, 0.5).functions().get(1).burst())
                .isInstanceOfSatisfying(
                        BurstFit.Fitted.class,
                        fit -> assertThat(fit.burst().mebibytes()).isCloseTo(20, within(1.0)));
    }

    @Test
    void theRefillOfAnUploadLeavesOutWhatWaitsInItsSender() {
        trial(Direction.UPLOAD, 1, "unlimited", "unlimited", 0);
        burst(0, "a", 300, SOCKET_BYTES);
        trial(Direction.UPLOAD, 1, "unlimited", "unlimited", 11);
        burst(0, "a", 20, SOCKET_BYTES);
        assertThat(findings(1, 0.5).refillSentence())
                .asString()
                .startsWith("The bucket refilled at 16")
                .contains("a pause of 1.0 s");
    }

    @Test
    void aSandboxHasABucketForEachDirection() {
        trial(Direction.UPLOAD, 1, "unlimited", "unlimited", 0);
        burst(0, "a", 300, 0);
        trial(Direction.DOWNLOAD, 1, "unlimited", "unlimited", 11);
        burst(0, "a", 300, 0);
        assertThat(findings(1, 0.5).refillSentence())
                .hasToString(
                        "No refill measured: no function reused a sandbox of the previous trial in its direction.");
    }

    @Test
    void theJsonDocumentStatesEachDirectionAndNeverTheirSum() throws Exception {
        Path file = folder.resolve("run.json");
        new JsonExport(RunAnalysis::withBundledData).write(SampleSweeps.bothDirections(), file);
        JsonNode findings = new ObjectMapper().readTree(file.toFile()).at("/trials/0/findings");

        assertThat(findings.at("/all").isNull()).isTrue();
        assertThat(findings.at("/aggregate_bit_per_s").isNull()).isTrue();
        assertThat(findings.at("/functions")).hasSize(8);
        assertThat(findings.at("/directions"))
                .extracting(node -> node.get("direction").textValue())
                .containsExactly("download", "upload");
        assertThat(findings.at("/directions")).allSatisfy(node -> {
            assertThat(node.at("/all/n").intValue()).isEqualTo(4);
            assertThat(node.get("functions_finished").intValue()).isEqualTo(4);
            assertThat(node.get("aggregate_bit_per_s").doubleValue()).isCloseTo(400e6, within(8e6));
            assertThat(node.get("common_window")).isEqualTo(findings.get("common_window"));
            assertThat(node.get("verdict").textValue()).isNotEmpty();
            assertThat(node.get("start_spread_ms").isNumber()).isTrue();
        });
    }

    @Test
    void statisticsAreSeparateTable() {
        List<TrialFindings> found = analysis.of(SampleSweeps.bothDirections()).trials();
        assertThat(StatisticsTable.of(found).rows())
                .extracting(row -> row.subList(0, 4))
                .contains(List.of("1", "download", "all", "4"), List.of("1", "upload", "all", "4"))
                .allSatisfy(row -> assertThat(row.get(3)).isIn("2", "4"));
    }

    private void trial(Direction direction, int count, String link, String hostLink, long second) {
        trials.add(TrialRowBuilder.like(MinimalRows.trial(count))
                .index(trials.size())
                .direction(direction)
                .link(link)
                .hosts(1, hostLink)
                .t0(second * 1_000_000)
                .row());
    }

    private void function(int functionIndex, double megabits) {
        add(
                functionIndex,
                "s" + functionIndex,
                SyntheticLink.megabits(megabits, 0, 10_000, Shape.EVEN).run(10, 100, functionIndex),
                0);
    }

    private void burst(int functionIndex, String sandbox, double mebibytes, long socketBytes) {
        SyntheticLink link = SyntheticLink.megabits(625, mebibytes, 5000, Shape.EVEN);
        Trouble waiting = new Trouble(0, socketBytes, 0, 0, false);
        add(functionIndex, sandbox, link.run(10, 100, functionIndex, link.bucket(), waiting), socketBytes);
    }

    private void add(int functionIndex, String sandbox, List<Interval> measured, long socketBytes) {
        int trial = trials.size() - 1;
        long sent = measured.stream().mapToLong(Interval::bytes).sum();
        functions.add(new FunctionRow(
                trial,
                functionIndex,
                0,
                sandbox,
                true,
                1L,
                0L,
                10_000_000L,
                sent,
                sent - socketBytes,
                MetricValues.NONE,
                null,
                null));
        measured.forEach(interval -> intervals.add(new StoredInterval(trial, functionIndex, interval)));
    }

    private TrialFindings findings(int trial, double computerBusy) {
        RunRow like = SampleSweeps.bothDirections().run();
        TreeMap<String, String> settings = new TreeMap<>(like.settings());
        settings.put("pause", "1");
        RunRow run = new RunRow(
                like.id(),
                like.startedAt(),
                like.endedAt(),
                like.status(),
                like.preset(),
                like.title(),
                like.testbed(),
                like.testbedKind(),
                true,
                settings,
                like.environment(),
                null);
        List<EvidenceRow> evidence = trials.stream()
                .map(row -> new EvidenceRow(
                        row.index(), 1_000_000L, computerBusy, computerBusy, 8, null, null, null, null, null))
                .toList();
        return analysis.of(new RunData(run, trials, functions, intervals, evidence))
                .trials()
                .get(trial);
    }
}
