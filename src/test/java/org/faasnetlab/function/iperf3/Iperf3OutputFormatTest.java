package org.faasnetlab.function.iperf3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.faasnetlab.function.task.TrialClock;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.testing.function.FakeTimeSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parses output of real iperf3 programs. */
class Iperf3OutputFormatTest {
    private final List<Iperf3Event> events = new ArrayList<>();

    @Test
    void aTextUploadHasIntervalsWithRetransmitsAndBothTotals() throws Exception {
        List<Interval> intervals = read("text-upload.txt", new TextOutputFormat(1, 100));

        assertThat(events.get(0)).isEqualTo(new Iperf3Event.Begun(100_000, null));
        assertThat(intervals).hasSize(10).allMatch(interval -> interval.durationMicros() == 100_000);
        assertThat(intervals).extracting(Interval::retransmits).containsExactly(0L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L, 0L);
        assertThat(totals())
                .containsExactly(
                        new Iperf3Event.Total(true, 1_000_000, 8_945_154_125L, 1L),
                        new Iperf3Event.Total(false, 1_000_000, 8_944_740_000L, null));
        assertThat(bytes(intervals)).isCloseTo(8_945_154_125L, withinPercentage(0.5));
    }

    @Test
    void theServerLoadIsInTheClientOutputOfAnUploadAndInTheServerOutputOfADownload() throws Exception {
        assertThat(read("text-upload-verbose.txt", new TextOutputFormat(1, 250)))
                .hasSize(4);
        assertThat(totals()).hasSize(2);
        assertThat(events).last().isEqualTo(new Iperf3Event.ServerLoad(0.233));
        events.clear();
        assertThat(read("text-download-server-output.txt", new TextOutputFormat(1, 250)))
                .hasSize(4);
        assertThat(totals()).hasSize(2);
        assertThat(events).last().isEqualTo(new Iperf3Event.ServerLoad(0.179));
    }

    @Test
    void aTextUploadHasWhatTcpKnowsOfAllItsStreams() throws Exception {
        List<Interval> intervals = read("text-upload-debug-2-streams.txt", new TextOutputFormat(2, 250, true));

        assertThat(events.get(0)).isEqualTo(new Iperf3Event.Begun(250_000, 65483));
        assertThat(intervals).hasSize(4);
        assertThat(intervals.get(0).metrics())
                .isEqualTo(MetricValues.of(Map.of("tcp_rtt_us", 28, "tcp_cwnd", 2357388)));
        assertThat(intervals.get(1).metrics().get("tcp_rtt_us")).isEqualTo(46);
        assertThat(totals()).hasSize(2);
        events.clear();
        assertThat(read("text-upload-debug-2-streams.txt", new TextOutputFormat(2, 250)))
                .hasSize(4)
                .allMatch(interval -> interval.metrics().isEmpty());
    }

    @Test
    void aJsonUploadHasWhatTcpKnowsAndADownloadHasNot() throws Exception {
        assertThat(read("json-upload.txt", new JsonStreamFormat(true)).get(0).metrics())
                .isEqualTo(MetricValues.of(Map.of(
                        "tcp_rtt_us", 59,
                        "tcp_rttvar_us", 22,
                        "tcp_cwnd", 1_047_728,
                        "tcp_snd_wnd", 4_519_936,
                        "tcp_pmtu", 65_535)));
        events.clear();
        assertThat(read("json-download-omit.txt", new JsonStreamFormat(true)))
                .isNotEmpty()
                .allMatch(interval -> interval.metrics().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"6.06, 71.5, 99105", "6.00, 71.8, 100269", "6.00, 748, 1045056", "6.01, 71.6, 99936"})
    void theRateOfATotalIsThePrintedOne(double seconds, String megabytes, long kilobits) {
        new TextOutputFormat(1, 100)
                .read(String.format(
                        Locale.ROOT,
                        "[  6]   0.00-%.2f   sec  %s MBytes  %d Kbits/sec                  receiver",
                        seconds,
                        megabytes,
                        kilobits))
                .forEach(events::add);
        assertThat(totals()).singleElement().satisfies(total -> {
            assertThat(total.bytes() * 8e3 / total.durationMicros()).isCloseTo(kilobits, withinPercentage(0.001));
            assertThat(total.durationMicros() / 1e6).isCloseTo(seconds, within(0.005));
            assertThat(total.bytes() / 1048576.0).isCloseTo(Double.parseDouble(megabytes), within(0.5));
        });
    }

    @Test
    void theSumOfTheStreamsIsTheInterval() throws Exception {
        List<Interval> intervals = read("text-download-4-streams.txt", new TextOutputFormat(4, 250));

        assertThat(intervals).hasSize(4).allMatch(interval -> interval.retransmits() == null);
        assertThat(totals().get(0).retransmits()).isEqualTo(2);
        assertThat(bytes(intervals)).isCloseTo(totals().get(1).bytes(), withinPercentage(0.5));
    }

    @Test
    void theTimeIsTakenFromStreamsBecauseTheirSumIsPrintedLate() {
        TextOutputFormat format = new TextOutputFormat(2, 100);
        take(format, "[  5]   0.00-0.10   sec  1.00 MBytes  83886 Kbits/sec                  ");
        take(format, "[SUM]   0.00-0.10   sec  2.00 MBytes  167772 Kbits/sec                  ");

        assertThat(events.get(1)).isEqualTo(new Iperf3Event.Tick(100_000));
        assertThat(events.get(2)).isInstanceOf(Iperf3Event.Stretch.class);
        assertThat(events).hasSize(3);
    }

    @Test
    void theOmittedStartIsNoIntervalAndTheFirstCountedIntervalStartsAtZero() throws Exception {
        List<Interval> intervals = read("text-download-omit.txt", new TextOutputFormat(1, 250));

        assertThat(events.get(0)).isEqualTo(new Iperf3Event.Begun(250_000, null));
        assertThat(intervals).hasSize(4).allMatch(interval -> interval.durationMicros() == 250_000);
        assertThat(intervals.get(0).bytes()).isCloseTo(Math.round(2.14 * (1L << 30)), withinPercentage(0.01));
    }

    @Test
    void aLineRepeatedByABrokenTestIsCountedOnce() throws Exception {
        assertThat(read("text-server-killed.txt", new TextOutputFormat(1, 100))).hasSize(6);
        assertThat(events).last().isEqualTo(new Iperf3Event.Trouble("the server has terminated"));
    }

    @Test
    void aShortLastIntervalIsKept() {
        TextOutputFormat format = new TextOutputFormat(1, 100);
        take(format, "[  5]   0.00-0.10   sec  1.25 MBytes  104858 Kbits/sec                  ");
        take(format, "[  5]   0.10-0.14   sec   512 KBytes  104858 Kbits/sec                  ");

        assertThat(intervals())
                .extracting(Interval::durationMicros, Interval::bytes)
                .containsExactly(tuple(100_000L, 1_310_725L), tuple(40_000L, 524_290L));
    }

    @Test
    void anIntervalRoundedToTwoDecimalsIsAlignedWithItsGrid() {
        TextOutputFormat format = new TextOutputFormat(1, 125);
        take(format, "[  5]   0.00-0.12   sec  1.25 MBytes  83886 Kbits/sec                  ");
        take(format, "[  5]   0.12-0.25   sec  1.25 MBytes  83886 Kbits/sec                  ");

        assertThat(intervals()).extracting(Interval::durationMicros).containsExactly(125_000L, 125_000L);
    }

    @Test
    void aCongestionWindowIsNotMistakenForRetransmits() {
        take(
                new TextOutputFormat(1, 100),
                "[  5]   0.00-0.10   sec  1.25 MBytes  104858 Kbits/sec   1023 KBytes       ");

        assertThat(intervals().get(0).retransmits()).isNull();
    }

    @Test
    void jsonHasExactTimesBytesAndTheSegmentSize() throws Exception {
        List<Interval> intervals = read("json-upload.txt", new JsonStreamFormat());

        assertThat(events.get(0)).isEqualTo(new Iperf3Event.Begun(250_329, 32_768));
        assertThat(intervals.get(1).durationMicros()).isEqualTo(250_018);
        assertThat(intervals.get(1).bytes()).isEqualTo(1_384_644_608L);
        assertThat(intervals.get(2).retransmits()).isEqualTo(6);
        assertThat(totals())
                .containsExactly(
                        new Iperf3Event.Total(true, 1_000_528, 5_358_223_360L, 6L),
                        new Iperf3Event.Total(false, 1_000_628, 5_358_354_432L, null));
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        Iperf3Event.ServerLoad.class,
                        load -> assertThat(load.processors()).isEqualTo(0.4039, within(1e-4)));
    }

    @Test
    void jsonOmittedIntervalsAreNoIntervals() throws Exception {
        List<Interval> intervals = read("json-download-omit.txt", new JsonStreamFormat());

        assertThat(intervals)
                .extracting(Interval::durationMicros, Interval::bytes)
                .containsExactly(tuple(500_048L, 3_183_345_664L), tuple(499_886L, 3_208_380_416L));
    }

    @Test
    void jsonReportsABrokenTest() throws Exception {
        assertThat(read("json-server-killed.txt", new JsonStreamFormat())).hasSize(2);
        assertThat(events).contains(new Iperf3Event.Trouble("the server has terminated"));
    }

    @Test
    void otherLinesAreIgnored() {
        JsonStreamFormat json = new JsonStreamFormat();
        assertThat(json.read("{\"event\":\"end\",\"data\":{}}")).isEmpty();
        assertThat(json.read("{\"event\":\"server_output_text\",\"data\":\"x\"}"))
                .isEmpty();
        assertThat(json.read("warning: x")).isEmpty();
        assertThat(json.read("iperf3: parameter error - bad TOS value"))
                .containsExactly(new Iperf3Event.Trouble("parameter error - bad TOS value"));
    }

    @Test
    void theStartIsTheMinimumOverAllLinesAndALateLineDoesNotChangeIt() {
        FakeTimeSource time = new FakeTimeSource(1_000);
        Iperf3Timeline timeline = new Iperf3Timeline(new TrialClock(time, 1_000));
        time.advanceMillis(130);
        timeline.tick(100_000, time.nanoTime());
        assertThat(timeline.interval(stretch(100_000)).offsetMicros()).isEqualTo(30_000);
        time.advanceMillis(80);
        timeline.tick(200_000, time.nanoTime());
        time.advanceMillis(500);
        timeline.tick(300_000, time.nanoTime());

        assertThat(timeline.interval(stretch(200_000)).offsetMicros()).isEqualTo(110_000);
        assertThat(timeline.beginMicros(0)).isCloseTo(10_000, within(0L));
    }

    private static Iperf3Event.Stretch stretch(long endMicros) {
        return new Iperf3Event.Stretch(endMicros, duration -> 1, null, MetricValues.NONE);
    }

    private List<Interval> read(String resource, Iperf3OutputFormat format) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Iperf3OutputFormatTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> take(format, line));
        }
        return intervals();
    }

    private void take(Iperf3OutputFormat format, String line) {
        events.addAll(format.read(line));
    }

    private List<Interval> intervals() {
        Iperf3Timeline timeline = new Iperf3Timeline(new TrialClock(new FakeTimeSource(1_000), 1_000));
        timeline.tick(0, 77);
        List<Interval> intervals = new ArrayList<>();
        for (Iperf3Event event : events) {
            if (event instanceof Iperf3Event.Stretch stretch) {
                Interval interval = timeline.interval(stretch);
                if (interval != null) {
                    intervals.add(interval);
                }
            }
        }
        return intervals;
    }

    private List<Iperf3Event.Total> totals() {
        return events.stream()
                .filter(Iperf3Event.Total.class::isInstance)
                .map(Iperf3Event.Total.class::cast)
                .toList();
    }

    private static long bytes(List<Interval> intervals) {
        return intervals.stream().mapToLong(Interval::bytes).sum();
    }

    @Test
    void aLongLineTakesLinearTime() {
        String line = "[  5]   0.00-1.00   sec  1.00 MBytes  8389 Kbits/sec" + " ".repeat(200_000) + "x";

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new TextOutputFormat(1, 100).read(line));
    }
}
