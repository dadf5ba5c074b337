package org.faasnetlab.export.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.analysis.RunFindings;
import org.faasnetlab.analysis.TrialFindings;
import org.faasnetlab.analysis.comparison.CellTrials;
import org.faasnetlab.analysis.comparison.RunComparison;
import org.faasnetlab.analysis.summary.InvalidReason;
import org.faasnetlab.analysis.summary.Validity;
import org.faasnetlab.analysis.verdict.EvidenceItem;
import org.faasnetlab.analysis.verdict.EvidenceSubject;
import org.faasnetlab.chart.ChartKind;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.ChartData;
import org.faasnetlab.chart.data.RunChartSource;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.export.ChartSelection;
import org.faasnetlab.export.CsvExport;
import org.faasnetlab.export.ExportFormat;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.report.FunctionsTable;
import org.faasnetlab.report.RunAnswer;
import org.faasnetlab.report.TrialsTable;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.NetworkKind;
import org.faasnetlab.store.RunArchive;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.imported.ImportedType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunImporterTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final String INTERVAL_HEADER = "offsetMicros,durationMicros,bytes\n";

    @TempDir
    private static Path storeFolder;

    private static DuckDbRunStore store;

    @TempDir
    Path folder;

    private final RunImporter importer = new RunImporter(Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void openStore() throws Exception {
        store = new DuckDbRunStore(storeFolder);
    }

    @AfterAll
    static void closeStore() throws Exception {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late-speed-up",
                "late-speed-up-near-limit",
                "shared-ceiling",
                "slow-start-then-bucket-1s",
                "small-bucket-20MB",
                "step-down-4x",
                "three-levels-down-4s",
                "two-levels"
            })
    void aTableOfOffsetsAndBytesIsAnalysedChartedAndExported(String name) throws Exception {
        Path file = resource("analysis/burst/" + name + ".csv");
        RunData run = onlyRun(file);
        List<String> lines = Files.readAllLines(file);
        assertThat(run.intervals()).hasSize(lines.size() - 1);
        long bytes = lines.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",")[2]))
                .sum();
        assertThat(run.functions())
                .singleElement()
                .extracting(FunctionRow::receiverBytes)
                .isEqualTo(bytes);
        assertThat(run.run().testbedKind()).isEqualTo(TestbedKind.IMPORTED);
        assertThat(run.run().title()).isEqualTo(name);
        assertThat(run.run().environment())
                .containsEntry("imported from", name + ".csv")
                .containsEntry("direction", "not stated; taken as download");
        assertThat(run.run().networkKind()).isEqualTo(NetworkKind.UNKNOWN);
        RunFindings shown = RunAnalysis.withBundledData().of(run);
        assertThat(RunAnswer.of(run.run(), shown, run.functions()).sentence().toString())
                .startsWith("1 function transferred at ");
        assertThat(TrialsTable.of(run.run(), shown, run.functions()).rows().get(0))
                .as("memory, direction, streams")
                .filteredOn("unknown"::equals)
                .hasSize(3);

        RunFindings findings = RunAnalysis.withBundledData().read(store, run.run());
        assertThat(findings.trials()).singleElement().satisfies(trial -> {
            assertThat(trial.summary().finished()).isEqualTo(1);
            assertThat(trial.job()).as("cost without a memory size").isNull();
            assertThat(trial.evidence())
                    .as("what limited it is unknown")
                    .filteredOn(item -> item.subject() != EvidenceSubject.LENGTH)
                    .extracting(EvidenceItem::state)
                    .contains(EvidenceItem.State.UNKNOWN)
                    .doesNotContain(EvidenceItem.State.REACHED);
            assertThat(trial.burst().toString()).doesNotContain("Intervals are missing");
        });
        charted(run);
    }

    private void charted(RunData run) throws Exception {
        RunCharts charts = RunCharts.withPublishedData(ZoneOffset.UTC);
        RunChartSource source = RunChartSource.read(store, run.run());
        TrialChartSource trial = new TrialChartSource(
                run.run(), run.trials().size(), run.trials().get(0), run.functions());
        for (ChartKind kind : ChartKind.values()) {
            ChartData chart = kind.ofTrial()
                    ? charts.read(kind, store, trial, Metrics.BANDWIDTH, true)
                    : charts.of(kind, source, Metrics.BANDWIDTH, true);
            assertThat(chart.head().network()).as("%s", kind).isEqualTo(NetworkKind.UNKNOWN);
            assertThat(chart.head().subtitle().toString())
                    .as("no cost without a memory size")
                    .doesNotContain("prices");
            assertThat(chart.head().subtitle().toString())
                    .as("%s: a direction that the file does not state", kind)
                    .satisfies(subtitle -> assertThat(
                                    run.run().isNotStated("direction") && subtitle.contains(" · download"))
                            .isFalse());
            assertThat(chart.table().rows()).as("%s", kind).isNotEmpty();
        }
    }

    /** A network whose links nobody stated is none without limits. */
    @Test
    void whatAFileDoesNotStateIsEmptyInExportsAndStaysUnknown() throws Exception {
        RunData run = onlyRun(resource("analysis/burst/two-levels.csv"));
        Path csv = folder.resolve("again.csv");
        new CsvExport().write(run, csv);
        List<String> lines = Files.readAllLines(csv);
        List<String> header = List.of(lines.get(0).split(","));
        List<String> row = List.of(lines.get(1).split(",", -1));

        assertThat(List.of("link", "hosts", "host_link", "streams"))
                .allSatisfy(
                        column -> assertThat(row.get(header.indexOf(column))).isEmpty());
        for (Path table : List.of(csv, CsvExport.functionsFile(csv), CsvExport.trialsFile(csv))) {
            List<String> written = Files.readAllLines(table);
            int direction = List.of(written.get(0).split(",")).indexOf("direction");
            assertThat(written.get(1).split(",", -1)[direction])
                    .as(table.toString())
                    .isEqualTo("unknown");
        }
        RunData again = onlyRun(csv);
        assertThat(again.run().isNotStated("direction")).isTrue();
        assertThat(again.run().networkKind()).isEqualTo(NetworkKind.UNKNOWN);
        assertThat(again.run().isNotStated("streams")).isTrue();
    }

    @Test
    void tablesComparisonsAndJsonNameNoDirectionThatTheFileDoesNotState() throws Exception {
        RunData run = onlyRun(resource("analysis/burst/two-levels.csv"));
        RunFindings findings = RunAnalysis.withBundledData().of(run);
        RunComparison.ComparedRun compared = RunComparison.ComparedRun.read(store, run.run(), true);

        assertThat(FunctionsTable.of(run.run(), findings.trials()).rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(2)).isEqualTo("unknown"));
        assertThat(RunComparison.of(List.of(compared, compared)).cells())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.label().toString())
                        .startsWith(run.trials().get(0).workload().type().id() + " in an unknown direction, "));
        assertThat(CellTrials.of(compared))
                .allSatisfy(cell -> assertThat(cell.label()).contains(" in an unknown direction, "));
    }

    @Test
    void theReportNamesTheOriginAndClaimsNoMemorySize() throws Exception {
        RunData run = onlyRun(resource("analysis/burst/step-down-4x.csv"));
        Path report = folder.resolve("report.html");
        new RunExporter(ZoneOffset.UTC).export(ExportFormat.REPORT, store, run.run(), ChartSelection.TIMELINE, report);
        assertThat(report)
                .content()
                .contains("imported from")
                .contains("step-down-4x.csv")
                .doesNotContain(">0 MB");
    }

    @Test
    void theExportedTableIsReadBackWithItsCells() throws Exception {
        RunData run = SampleRuns.sharedHost();
        if (store.run(run.run().id()).isEmpty()) {
            SampleRuns.save(store, run);
        }
        Path file = folder.resolve("run.csv");
        new RunExporter(ZoneOffset.UTC).export(ExportFormat.CSV, store, run.run(), ChartSelection.TIMELINE, file);
        RunData read = onlyRun(file);
        assertThat(read.run().simulatedNetwork()).isTrue();
        TrialRow expected = run.trials().get(0);
        assertThat(read.trials()).singleElement().satisfies(trial -> {
            assertThat(trial.cell().memoryMb()).isEqualTo(expected.memoryMb());
            assertThat(trial.functions()).isEqualTo(16);
            assertThat(trial.network()).isEqualTo(expected.network());
            assertThat(trial.workload().type()).isEqualTo(expected.workload().type());
        });
        assertThat(read.intervals()).isEqualTo(run.intervals());
        assertThat(read.functions())
                .extracting(FunctionRow::receiverBytes)
                .containsExactlyElementsOf(
                        run.functions().stream().map(FunctionRow::receiverBytes).toList());
    }

    @Test
    void functionsOfAShortTableAreCountedFromTheirNames() throws Exception {
        RunData run = onlyRun(file(
                "two.csv",
                "function,offsetMicros,durationMicros,bytes,retransmits\n"
                        + "web,0,100000,1000,1\nweb,100000,100000,2000,2\n\"db, main\",50000,100000,5000,\n"));
        assertThat(run.trials()).singleElement().extracting(TrialRow::functions).isEqualTo(2);
        assertThat(run.functions()).extracting(FunctionRow::receiverBytes).containsExactly(3000L, 5000L);
        assertThat(run.functions()).extracting(FunctionRow::startOffsetMicros).containsExactly(0L, 50_000L);
        assertThat(run.functions().get(0).metrics().get("retransmits")).isEqualTo(3);
        assertThat(run.functions().get(1).metrics().get("retransmits")).isNull();
    }

    /** The columns of the intervals in an archive. */
    @Test
    void theIntervalsOfAnArchiveAreThoseOfItsFunctions() throws Exception {
        RunData run = onlyRun(file(
                "archive.csv",
                "run,trial,worker,offset_us,duration_us,bytes,retransmits\n"
                        + "1,0,0,0,100000,1000,\n1,0,1,0,100000,3000,\n1,0,0,100000,100000,1000,\n"));
        assertThat(run.trials()).singleElement().extracting(TrialRow::functions).isEqualTo(2);
        assertThat(run.functions()).extracting(FunctionRow::receiverBytes).containsExactly(2000L, 3000L);
    }

    @Test
    void aFunctionWithoutSomeOfItsIntervalsIsInvalid() throws Exception {
        StringBuilder rows = new StringBuilder(INTERVAL_HEADER);
        IntStream.range(0, 100)
                .filter(i -> i < 30 || i >= 70)
                .forEach(i -> rows.append(i * 100_000L).append(",100000,7500000\n"));
        RunData gap = onlyRun(file("gap.csv", rows.toString()));
        assertThat(gap.functions().get(0).value(Metrics.MISSING_TIME)).isEqualTo(4e6);
        assertThat(Validity.of(gap.trials().get(0), gap.functions(), null).reasons())
                .containsExactly(InvalidReason.INCOMPLETE);
        TrialFindings trial =
                RunAnalysis.withBundledData().read(store, gap.run()).trials().get(0);
        assertThat(String.valueOf(trial.verdict().sentence()))
                .isEqualTo("Intervals are missing: the bytes of the others over the whole time are no bandwidth.");
        RunData whole = onlyRun(file("whole.csv", INTERVAL_HEADER + "0,1000000,7\n1010000,990000,7\n"));
        assertThat(Validity.of(whole.functions().get(0), whole.trials().get(0)).isValid())
                .as("1 % is missing")
                .isTrue();
    }

    @Test
    void theSameFileIsImportedOnce() throws Exception {
        Path file = file("once.csv", INTERVAL_HEADER + "0,100000,1234567\n");
        String id = read(file).added().get(0);
        RunArchive.ImportResult again = read(file);
        assertThat(again.added()).isEmpty();
        assertThat(again.alreadyPresent()).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            offsetMicros,bytes                        | 0,1            | line 1: no column durationMicros
            offsetMicros,durationMicros,bytes,bytes   | 0,1,1,1        | line 1: column "bytes" exists twice
            offsetMicros,durationMicros,bytes         |                | the table has no rows
            offsetMicros,durationMicros,bytes         | 0,100000       | line 2: 2 values instead of 3
            offsetMicros,durationMicros,bytes         | 0,0,1          | line 2, column durationMicros: invalid value "0"
            offsetMicros,durationMicros,bytes         | 0,100000,-1    | line 2, column bytes: invalid value "-1"
            offsetMicros,durationMicros,bytes         | 0,100000,NaN   | line 2, column bytes: invalid value "NaN"
            offsetMicros,durationMicros,bytes         | 0,100000,1e300 | line 2, column bytes: invalid value "1e300"
            offsetMicros,durationMicros,bytes         | 0,100000,1.5   | expected a whole number
            offsetMicros,durationMicros,bytes         | 1e15,100000,1  | within a day from the start
            offsetMicros,durationMicros,bytes         | zero,100000,1  | expected a number with a decimal point
            offsetMicros,durationMicros,bytes,link    | 0,1,1,fast     | line 2, column link: invalid value "fast"
            offsetMicros,durationMicros,bytes,direction | 0,1,1,both   | expected download or upload
            offsetMicros,durationMicros,bytes,transfer | 0,1,1,ftp     | trial 1: 'ftp' is not a transfer
            offsetMicros,durationMicros,bytes         | 0,9,1\\n9,9,1\\n20,9,1\\n3,9,1   | line 5: the interval overlaps that of line 2, which is of the same function; a table of several functions needs a column function
            offsetMicros,durationMicros,bytes,thread  | 0,9,1,a\\n9,9,1,a\\n9,9,1,b     | line 4: the interval overlaps that of line 3, which
            offsetMicros,durationMicros,bytes         | 0,9,1\\n9,9,1\\n18,9,1\\n11,9,1 | line 5: the interval overlaps that of one of the lines 2 to 4, which
            worker,offset_us,duration_us,bytes        | 7,9,9,1\\n7,0,9,1\\n7,5,9,1     | line 4: the interval overlaps that of line 3, which is of the same function; the intervals of a function follow each other
            offsetMicros,durationMicros,bytes,run     | 0,1,1,"a       | line 2: a quotation mark is not closed
            """)
    void aBrokenTableIsRefusedWithPlaceAndReason(String header, String row, String reason) throws Exception {
        String rows = Objects.requireNonNullElse(row, "").replace("\\n", "\n");
        refused(file("broken.csv", header + "\n" + rows + "\n"), reason);
    }

    @Test
    void jsonOfAnotherEncodingThatIsDamagedIsRefused() throws Exception {
        // By its first four bytes UTF-32, in which the next four are no character.
        refused(
                Files.write(folder.resolve("utf32.json"), new byte[] {'{', 0, 0, 0, 0x22, 9, 9, 0x7b}),
                "the text has characters that do not exist");
    }

    @Test
    void aLineWithoutEndAndTextThatIsNotUtf8AreRefused() throws Exception {
        refused(file("endless.csv", "x".repeat(50_000)), "line 1: the line has more than 10000 characters");
        Path binary = folder.resolve("binary.csv");
        Files.write(binary, new byte[] {'o', (byte) 0xff, (byte) 0xfe, '\n'});
        refused(binary, "the text is not UTF-8");
        refused(
                file("many.csv", "run," + INTERVAL_HEADER + "a,0,1,1\nb,0,1,1\n"),
                "line 3: a second run in the same table");
    }

    @Test
    void nothingIsImportedIfOneOfSeveralFilesIsBroken() throws Exception {
        int before = store.runs().size();
        Path good = file("good.csv", INTERVAL_HEADER + "0,100000,424242\n");
        Path bad = file("bad.csv", INTERVAL_HEADER + "0,100000,424243\n0,100000,x\n");
        assertThatThrownBy(() -> importer.read(store.archive(), List.of(good, bad), Direction.DOWNLOAD))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("line 3");
        assertThat(store.runs()).hasSize(before);
    }

    @Test
    void anUploadOfAnIperf3ClientHasTheTotalsOfTheReceiver() throws Exception {
        RunData run = onlyRun(resource("export/importing/iperf3-upload.json"));
        assertThat(run.run().title()).isEqualTo("iperf3-upload: iperf3 TCP upload");
        assertThat(run.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.run().startedAt()).isEqualTo(Instant.ofEpochSecond(1_796_030_721));
        assertThat(run.run().environment())
                .containsEntry("iperf3", "iperf 3.12")
                .containsEntry("congestion control", "bbr");
        FunctionRow function = run.functions().get(0);
        assertThat(function.senderBytes()).isEqualTo(50_069_504);
        assertThat(function.receiverBytes()).isEqualTo(50_069_504);
        assertThat(function.durationMicros()).isEqualTo(2_003_824);
        assertThat(function.metrics().get("mss")).isEqualTo(32_768);
        assertThat(run.intervals()).hasSize(4);
        assertThat(run.trials().get(0).direction()).isEqualTo(Direction.UPLOAD);
        assertThat(run.evidence())
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.serverBusy()).isCloseTo(0.0063, within(0.0001)));
        TrialFindings trial =
                RunAnalysis.withBundledData().read(store, run.run()).trials().get(0);
        assertThat(trial.functions().get(0).processors()).isCloseTo(0.0217, within(0.0002));
    }

    @Test
    void omittedSecondsAreLeftOutAndTheFirstIntervalAfterThemIsWhole() throws Exception {
        RunData run = onlyRun(resource("export/importing/iperf3-download-omit.json"));
        assertThat(run.intervals()).hasSize(4);
        assertThat(run.intervals().get(0).interval().offsetMicros()).isZero();
        assertThat(run.intervals().get(0).interval().durationMicros()).isBetween(499_000L, 501_000L);
        assertThat(run.intervals())
                .allSatisfy(stored -> assertThat(stored.interval().bandwidth().megabitsPerSecond())
                        .isBetween(390.0, 410.0));
        assertThat(run.trials().get(0).workload().parallelism()).isEqualTo(2);
        assertThat(run.functions().get(0).receiverBytes()).isEqualTo(100_139_008);
    }

    @Test
    void udpHasJitterAndLossAndAProtocolOfItsOwn() throws Exception {
        for (String name : List.of("iperf3-udp", "iperf3-udp-down")) {
            RunData run = onlyRun(resource("export/importing/" + name + ".json"));
            assertThat(run.trials().get(0).workload().type()).isEqualTo(ImportedType.IMPORTED);
            assertThat(run.trials().get(0).workload().details()).containsEntry("protocol", "UDP");
            assertThat(run.functions().get(0).metrics().get("lost_packets")).isZero();
            assertThat(run.functions().get(0).metrics().get("jitter_us")).isBetween(3.0, 8.0);
            charted(run);
        }
    }

    @Test
    void aTestInBothDirectionsIsTwoFunctions() throws Exception {
        RunData run = onlyRun(resource("export/importing/iperf3-bidir.json"));
        assertThat(run.trials()).singleElement().extracting(TrialRow::direction).isEqualTo(Direction.BOTH);
        assertThat(run.functions()).extracting(FunctionRow::receiverBytes).containsExactly(25_165_824L, 25_034_752L);
    }

    @Test
    void aFailedTestIsAFailureAndAnInterruptedOneAShorterResult() throws Exception {
        RunData refused = onlyRun(resource("export/importing/iperf3-refused.json"));
        assertThat(refused.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(refused.functions()).singleElement().satisfies(function -> {
            assertThat(function.failure()).isEqualTo(FailureReason.TRANSFER_BROKEN);
            assertThat(function.failureMessage()).contains("Connection refused");
        });
        RunData interrupted = onlyRun(resource("export/importing/iperf3-interrupted.json"));
        assertThat(interrupted.functions()).singleElement().satisfies(function -> {
            assertThat(function.finished()).isTrue();
            assertThat(function.durationMicros()).isEqualTo(1_193_284);
        });
    }

    @Test
    void aServerWritesOneDocumentForEachTest() throws Exception {
        RunData run = onlyRun(resource("export/importing/iperf3-server.json"));
        assertThat(run.trials())
                .extracting(TrialRow::direction)
                .startsWith(Direction.UPLOAD, Direction.DOWNLOAD, Direction.UPLOAD, Direction.DOWNLOAD, Direction.BOTH);
        assertThat(run.intervals().stream().filter(stored -> stored.trial() == 4 && stored.functionIndex() == 0))
                .as("repeated intervals are left out")
                .hasSize(3);
        assertThat(run.evidence())
                .as("the load that a server reports of the other end")
                .isEmpty();
    }

    @Test
    void clientAndServerOfATestAreOneFunction() throws Exception {
        RunArchive.ImportResult result = importer.read(
                store.archive(),
                List.of(
                        resource("export/importing/iperf3-upload.json"),
                        resource("export/importing/iperf3-udp.json"),
                        resource("export/importing/iperf3-server.json")),
                Direction.DOWNLOAD);
        RunData run = store.load(result.added().get(0)).orElseThrow();
        RunData server = onlyRun(resource("export/importing/iperf3-server.json"));
        assertThat(run.trials()).hasSameSizeAs(server.trials());
        assertThat(run.run().title()).contains("and 2 more");
        // Received by the server, which reported every second; sent by the client, which reported every half.
        assertThat(run.intervals().stream().filter(stored -> stored.trial() == 0))
                .hasSize(3);
        assertThat(run.functions().get(0).metrics().get("mss")).isEqualTo(32_768);
    }

    @Test
    void filesOfTheSameTimeAreFunctionsOfOneTrial() throws Exception {
        String upload = Files.readString(resource("export/importing/iperf3-upload.json"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            files.add(file(
                    "f" + i + ".json",
                    upload.replace(
                                    "wecbkr7fnocbvbf3vz72ipynxwlgx4yggdmh",
                                    String.valueOf(i).repeat(36))
                            .replace("1796030721", String.valueOf(1_796_030_721L + (i == 2 ? 3600 : i)))));
        }
        RunData run = store.load(importer.read(store.archive(), files, Direction.DOWNLOAD)
                        .added()
                        .get(0))
                .orElseThrow();
        assertThat(run.trials()).extracting(TrialRow::functions).containsExactly(2, 1);
        assertThat(run.functions()).extracting(FunctionRow::startOffsetMicros).containsExactly(0L, 1_000_000L, 0L);
    }

    @Test
    void aStreamOfEventsMayEndAnywhereAfterItsStart() throws Exception {
        String whole = Files.readString(resource("function/iperf3/json-download-omit.txt"));
        RunData complete = onlyRun(file("stream.json", whole));
        assertThat(complete.functions()).allMatch(FunctionRow::finished);
        assertThat(complete.run().environment()).doesNotContainKey("totals of functions");
        String cut = whole.substring(0, whole.lastIndexOf("{\"event\":\"end\"") + 40);
        RunData killed = onlyRun(file("killed.json", cut));
        assertThat(killed.functions()).allMatch(FunctionRow::finished);
        assertThat(killed.intervals()).hasSameSizeAs(complete.intervals());
        assertThat(killed.run().environment()).containsKey("totals of functions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"start":{},"intervals":[{"sum":        | column 33: the file ends in the middle of a document
            {"name":"x"}                            | neither a test nor an event of iperf3
            {"event":"interval","data":{"sum":{}}}  | an event before the start of a test
            {"start":{},"intervals":[{"sum":{"start":0,"end":1,"bytes":-5}}]}     | invalid value bytes=-5.0
            {"start":{},"intervals":[{"sum":{"start":0,"end":1e9,"bytes":5}}]}    | invalid value end=1.0E9: expected 0 to 86400
            {"start":{},"intervals":[{"sum":{"start":0,"end":1}}]}                | bytes is missing
            {"start":{"test_start":{"num_streams":1000000}},"intervals":[]}       | expected 1 to 128
            {"start":5}                             | expected an object
            """)
    void brokenJsonIsRefusedWithPlaceAndReason(String json, String reason) throws Exception {
        refused(file("broken.json", json), reason);
    }

    @Test
    void hostileJsonIsRefused() throws Exception {
        refused(file("deep.json", "{\"start\":{\"a\":" + "[".repeat(100_000)), "nesting depth");
        refused(
                file(
                        "wide.json",
                        "{\"start\":{\"test_start\":{"
                                + String.join(
                                        ",",
                                        IntStream.range(0, 1000)
                                                .mapToObj(i -> String.format(Locale.ROOT, "\"a%d\":1", i))
                                                .toList())
                                + "}}}"),
                "more than 200 fields");
        refused(file("long.json", "{\"start\":{\"version\":\"" + "x".repeat(2_000_000) + "\"}}"), "length");
        RunData run = onlyRun(file(
                "escape.json",
                "{\"start\":{\"version\":\"\\u001b[2J\"},"
                        + "\"intervals\":[{\"sum\":{\"start\":0,\"end\":1,\"bytes\":5}}]}"));
        assertThat(run.run().environment().get("iperf3")).doesNotContain("\u001b");
    }

    private RunArchive.ImportResult read(Path... files) throws LabException {
        return importer.read(store.archive(), List.of(files), Direction.DOWNLOAD);
    }

    private RunData onlyRun(Path file) throws Exception {
        RunArchive.ImportResult result = read(file);
        List<String> ids = new ArrayList<>(result.added());
        ids.addAll(result.alreadyPresent());
        assertThat(ids).hasSize(1);
        RunRow run = store.run(ids.get(0)).orElseThrow();
        return store.load(run.id()).orElseThrow();
    }

    private void refused(Path file, String reason) throws Exception {
        int before = store.runs().size();
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(LabException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(file.getFileName().toString());
        assertThat(store.runs()).hasSize(before);
    }

    private Path file(String name, String content) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, FileTime.from(NOW));
        return file;
    }

    private Path resource(String name) throws Exception {
        Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (InputStream in =
                Objects.requireNonNull(RunImporterTest.class.getResourceAsStream("/org/faasnetlab/" + name), name)) {
            return file(file.getFileName().toString(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
