package org.faasnetlab.export.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.faasnetlab.LabException;
import org.faasnetlab.analysis.RunAnalysis;
import org.faasnetlab.chart.RunCharts;
import org.faasnetlab.chart.data.TrialChartSource;
import org.faasnetlab.chart.timeline.SummedCurves;
import org.faasnetlab.chart.timeline.TimelineData;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.RunLabel;
import org.faasnetlab.store.RunReader;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.testing.export.ArchiveBetweenStores;
import org.faasnetlab.testing.store.FunctionRowBuilder;
import org.faasnetlab.testing.store.SampleRuns;
import org.faasnetlab.testing.store.TrialRowBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Archives with the right form and checksums, but with values that nothing could have measured. */
class HostileArchiveIT {
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final String ID = SampleRuns.small().run().id();

    @RegisterExtension
    private final ArchiveBetweenStores archive = new ArchiveBetweenStores();

    @Test
    void intervalsOutOfRangeAreRefused() throws Exception {
        for (String value : List.of("1000000000000000", "-1000000000000000", "9223372036854775807")) {
            refused("intervals.csv", cell("offset_us", value), "intervals.csv contains offset_us outside");
        }
        refused("intervals.csv", cell("duration_us", "1000000000000000"), "contains duration_us outside 1 to");
        refused("intervals.csv", cell("duration_us", "0"), "contains duration_us outside 1 to");
        refused("intervals.csv", cell("bytes", "9223372036854775807"), "contains bytes outside 0 to");
        refused("intervals.csv", cell("retransmits", "-1"), "contains retransmits outside 0 to");
    }

    @Test
    void functionsOutOfRangeAreRefused() throws Exception {
        for (String column : List.of("host", "ready_us", "duration_us", "sender_bytes", "receiver_bytes", "cpu_us")) {
            refused("functions.csv", cell(column, "-1"), "functions.csv contains " + column + " outside 0 to");
        }
        refused("functions.csv", cell("start_us", "1000000000000000"), "functions.csv contains start_us outside");
        refused("functions.csv", cell("mss", "2147483647"), "functions.csv contains mss outside");
        refused("functions.csv", cell("sandbox", "x".repeat(300)), "functions.csv contains sandbox longer than");
    }

    @Test
    void trialsOutOfRangeAreRefused() throws Exception {
        refused("trials.csv", cell("functions", "2000000000"), "trials.csv contains functions outside 1 to 10000");
        refused("trials.csv", cell("memory_mb", "-1"), "trials.csv contains memory_mb outside");
        refused("trials.csv", cell("hosts", "2000000000"), "trials.csv contains hosts outside 1 to");
        refused("trials.csv", cell("t0_us", "-9223372036854775807"), "trials.csv contains t0_us outside");
        refused("trials.csv", cell("link", "1e999Mbit"), "expected a link");
        refused("trials.csv", cell("link", "9".repeat(100) + "Mbit"), "expected a link");
        refused("trials.csv", cell("host_link", "9".repeat(100) + "Mbit"), "a run has an unknown value");
    }

    @Test
    void runsOutOfRangeAreRefused() throws Exception {
        refused("runs.csv", cell("started_us", "9223372036854775807"), "runs.csv contains started_us outside");
        refused("runs.csv", cell("ended_us", "-1"), "runs.csv contains ended_us outside");
        refused("runs.csv", cell("title", "x".repeat(100_000)), "runs.csv contains title longer than");
        refused(
                "runs.csv",
                cell("settings", "\"{\"\"link\"\":\"\"1e999Mbit\"\"}\""),
                "a run has an unknown value: Corrupt setting link: expected a link");
        refused("runs.csv", cell("settings", "[1]"), "a run has an unknown value");
    }

    @Test
    void metricsAndEvidenceThatAreNoNumbersAreRefused() throws Exception {
        RunData run = SampleRuns.all()
                .filter(each -> !each.evidence().isEmpty())
                .findFirst()
                .orElseThrow();
        for (String value : List.of("inf", "nan", "-1")) {
            SampleRuns.save(archive.here, run);
            archive.export(archive.here, List.of(run.run().id()));
            archive.here.delete(run.run().id());
            archive.change("evidence.csv", cell("server_busy", value), true);
            assertRefused("evidence.csv contains server_busy outside 0 to");
        }
    }

    /** The test process has less memory than one bin of 100 ms a day for each function would take. */
    @Test
    void intervalsAtTheBoundsAreAnalysedDrawnAndCompared() throws Exception {
        int functions = 2_000;
        TrialRow trial = TrialRowBuilder.trial(ID).functions(functions).row();
        List<FunctionRow> rows = new ArrayList<>();
        List<StoredInterval> intervals = new ArrayList<>();
        for (int index = 0; index < functions; index++) {
            rows.add(FunctionRowBuilder.function(index).row());
            for (long offset : new long[] {-DAY_MICROS, 0, DAY_MICROS}) {
                intervals.add(new StoredInterval(0, index, new Interval(offset, 100_000, 1_000, null)));
            }
        }
        RunData run = new RunData(SampleRuns.small().run(), List.of(trial), rows, intervals);
        SampleRuns.save(archive.here, run);
        archive.export(archive.here, List.of(ID));
        archive.bring();
        RunReader store = archive.there;

        assertThat(RunAnalysis.withBundledData().read(store, run.run()).trials())
                .hasSize(1);
        RunCharts charts = RunCharts.withPublishedData(ZoneOffset.UTC);
        TrialChartSource source = new TrialChartSource(run.run(), 1, trial, rows);
        TimelineData timeline = charts.timeline(store, source);
        assertThat(timeline.curves().band().middle().size()).isLessThanOrEqualTo(4_000);
        assertThat(timeline.curves().aggregate().size()).isLessThanOrEqualTo(4_000);
        assertThat(charts.gantt(store, source).bars()).hasSize(functions);
        assertThat(SummedCurves.aggregate(store.sums(), trial, null).size()).isLessThanOrEqualTo(20_000);
        assertThat(SummedCurves.aggregate(store.sums(), trial, Direction.DOWNLOAD)
                        .size())
                .isLessThanOrEqualTo(20_000);
    }

    @Test
    void textIsShownWithoutWhatATerminalObeys() throws Exception {
        archive.sampleArchive();
        archive.change("runs.csv", cell("title", "\u001b[2Jred\u202e\u0007"), true);
        archive.change("functions.csv", cell("sandbox", "\u001b]0;x\u0007"), true);
        archive.change("labels.csv", cell("note", "\"one\ntwo\u001b[31m\""), true);
        archive.bring();
        RunRow run = archive.there.runs().get(0);
        assertThat(archive.there.labels().get(ID)).extracting(RunLabel::note).isEqualTo("one\ntwo\uFFFD[31m");
        archive.there.label(ID, RunLabel.NONE);
        assertThat(archive.there.run(ID).orElseThrow().title()).isEqualTo("\uFFFD[2Jred\uFFFD\uFFFD");
        assertThat(archive.there.functions(run.id()))
                .extracting(FunctionRow::sandboxId)
                .contains("\uFFFD]0;x\uFFFD");
        assertThat(Stream.of(run.toString(), archive.there.functions(ID).toString()))
                .noneMatch(text -> text.contains("\u001b"));
    }

    private void refused(String file, UnaryOperator<String> edit, String why) throws Exception {
        archive.sampleArchive();
        archive.change(file, edit, true);
        assertRefused(why);
    }

    private void assertRefused(String why) throws Exception {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(archive::bring)
                .withMessageContaining(why)
                .satisfies(refused -> assertThat(refused.nextStep()).startsWith("Nothing was imported"));
        assertThat(archive.there.runs()).isEmpty();
    }

    /** Replaces the value of a column in the first row. */
    private static UnaryOperator<String> cell(String column, String value) {
        return text -> {
            String[] lines = text.split("\n", 2);
            int number = List.of(lines[0].strip().split(",")).indexOf(column);
            assertThat(number).as(column).isNotNegative();
            String field = "(?:\"(?:[^\"]|\"\")*\"|[^,\"\n]*)";
            String changed = lines[1].replaceFirst(
                    "^((?:" + field + ",){" + number + "})" + field, "$1" + Matcher.quoteReplacement(value));
            return lines[0] + "\n" + changed;
        };
    }
}
