package org.faasnetlab.export.importing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.measure.MetricValues;
import org.faasnetlab.protocol.FailureReason;
import org.faasnetlab.store.EvidenceRow;
import org.faasnetlab.store.FunctionRow;
import org.faasnetlab.store.RunRow;
import org.faasnetlab.store.RunStatus;
import org.faasnetlab.store.StoredInterval;
import org.faasnetlab.store.TrialRow;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Metrics;
import org.faasnetlab.workload.NetworkSettings;
import org.faasnetlab.workload.Workload;
import org.faasnetlab.workload.imported.ImportedTransfer;
import org.faasnetlab.workload.imported.ImportedType;
import org.faasnetlab.workload.iperf3.Iperf3Workload;
import org.jspecify.annotations.Nullable;

/**
 * Makes one run of iperf3 tests. The two outputs of one test, of its client and its server, are one function: the end that
 * received counts. Tests that overlap in time and have the same protocol, streams and omitted seconds are concurrent
 * functions of one trial; others are trials of their own, in order of time.
 */
final class Iperf3Run {
    private static final Pattern VERSION = Pattern.compile("\\D*3\\.(\\d{1,4}).*");
    private static final int FIRST_MINOR_WITH_THREADS = 16;
    /** iperf3 makes cookies of 36 characters; shorter ones were changed and may not be unique. */
    private static final int MIN_COOKIE = 30;

    private static final long MILLIS = 1000;

    private final List<ImportSource> sources;
    private final List<Iperf3Test> tests;

    /** Tests of one trial, each with the way that a function of the trial stands for. */
    private record Transfer(Iperf3Test test, Iperf3Test.Way way) {}

    /** @param sources the files of the tests, at least one */
    Iperf3Run(List<ImportSource> sources, List<Iperf3Test> tests) {
        this.sources = List.copyOf(sources);
        this.tests = merged(tests);
    }

    static boolean hasMetrics(List<Iperf3Test> tests) {
        return tests.stream().anyMatch(test -> test.protocol.equals("UDP"));
    }

    /** One test for each cookie, which both ends of a test report: that of the client, with what the server received. */
    private static List<Iperf3Test> merged(List<Iperf3Test> all) {
        Map<Object, Iperf3Test> byCookie = new LinkedHashMap<>();
        for (Iperf3Test test : all) {
            String cookie = test.cookie;
            Object key = cookie == null || cookie.length() < MIN_COOKIE ? test : cookie;
            byCookie.merge(key, test, Iperf3Run::merged);
        }
        return List.copyOf(byCookie.values());
    }

    private static Iperf3Test merged(Iperf3Test one, Iperf3Test other) {
        if (one.server == other.server) {
            return one;
        }
        Iperf3Test client = one.server ? other : one;
        Iperf3Test server = one.server ? one : other;
        for (Iperf3Test.Way way : client.ways()) {
            Iperf3Test.Way own = way.direction == server.main().direction ? server.main() : server.other();
            if (client.sends(way) && !own.intervals.isEmpty()) {
                way.intervals.clear();
                way.intervals.addAll(own.intervals);
            }
            way.received = way.received == null ? own.received : way.received;
            way.sent = way.sent == null ? own.sent : way.sent;
        }
        return client;
    }

    /** Writes the intervals to the tables and returns the run to which they belong. */
    ImportedRun write(TableWriter tables, int key) throws IOException, BadFileException {
        List<TrialRow> trials = new ArrayList<>();
        List<FunctionRow> functions = new ArrayList<>();
        List<EvidenceRow> evidence = new ArrayList<>();
        Map<Cell, Integer> repetitions = new HashMap<>();
        for (List<Transfer> group : groups()) {
            int trial = trials.size();
            Long t0 = group.stream()
                    .map(each -> each.test.startedMillis)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            for (int number = 0; number < group.size(); number++) {
                Transfer transfer = group.get(number);
                long offset = t0 == null || transfer.test.startedMillis == null
                        ? 0
                        : (transfer.test.startedMillis - t0) * MILLIS;
                for (Interval interval : transfer.way.intervals) {
                    tables.interval(key, new StoredInterval(trial, number, moved(interval, offset)));
                }
                functions.add(function(trial, number, transfer, offset));
            }
            Cell cell = cell(group);
            long finished = functions.stream()
                    .filter(function -> function.trial() == trial && function.finished())
                    .count();
            trials.add(new TrialRow(
                    "",
                    trial,
                    repetitions.merge(cell, 1, Integer::sum) - 1,
                    finished == group.size()
                            ? RunStatus.COMPLETED
                            : finished == 0 ? RunStatus.FAILED : RunStatus.PARTIAL,
                    cell,
                    t0 == null ? null : (Long) (t0 * MILLIS)));
            Double busy = serverBusy(group);
            if (busy != null) {
                evidence.add(new EvidenceRow(trial, null, null, null, null, busy, null, null, null, null));
            }
        }
        Instant started = tests.stream()
                .map(test -> test.startedMillis)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli)
                .orElse(sources.get(0).changedAt());
        return new ImportedRun(
                title(trials),
                started,
                started.plusMillis(
                        tests.stream().mapToLong(Iperf3Run::millis).max().orElse(0)),
                false,
                environment(),
                trials,
                functions,
                evidence);
    }

    private static Interval moved(Interval interval, long offset) {
        return new Interval(
                interval.offsetMicros() + offset,
                interval.durationMicros(),
                interval.bytes(),
                interval.retransmits(),
                interval.metrics());
    }

    private static long millis(Iperf3Test test) {
        return test.ways().stream()
                        .flatMap(way -> way.intervals.stream())
                        .mapToLong(Interval::endMicros)
                        .max()
                        .orElse(0)
                / MILLIS;
    }

    /** The transfers of each trial: downloads first, as a trial in both directions has them. */
    private List<List<Transfer>> groups() {
        List<Iperf3Test> byTime = new ArrayList<>(tests);
        byTime.sort(Comparator.comparing(test -> Objects.requireNonNullElse(test.startedMillis, Long.MAX_VALUE)));
        List<List<Iperf3Test>> groups = new ArrayList<>();
        for (Iperf3Test test : byTime) {
            List<Iperf3Test> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && belongs(test, last)) {
                last.add(test);
            } else {
                groups.add(new ArrayList<>(List.of(test)));
            }
        }
        return groups.stream().flatMap(group -> trials(group).stream()).toList();
    }

    private static boolean belongs(Iperf3Test test, List<Iperf3Test> group) {
        Iperf3Test first = group.get(0);
        return group.stream().anyMatch(each -> overlap(each, test))
                && test.protocol.equals(first.protocol)
                && test.streams == first.streams
                && test.omitSeconds == first.omitSeconds;
    }

    /** Whether two tests share half of the shorter one: iperf3 before 3.18 states its start to the second only. */
    private static boolean overlap(Iperf3Test one, Iperf3Test later) {
        if (one.startedMillis == null || later.startedMillis == null) {
            return false;
        }
        long shared =
                Math.min(one.startedMillis + millis(one), later.startedMillis + millis(later)) - later.startedMillis;
        return shared * 2 >= Math.min(millis(one), millis(later));
    }

    /** One trial, or two if there are not as many downloads as uploads. */
    private static List<List<Transfer>> trials(List<Iperf3Test> group) {
        Map<Direction, List<Transfer>> byDirection = group.stream()
                .flatMap(test -> test.ways().stream().map(way -> new Transfer(test, way)))
                .collect(Collectors.groupingBy(transfer -> transfer.way.direction, TreeMap::new, Collectors.toList()));
        List<Transfer> downloads = byDirection.getOrDefault(Direction.DOWNLOAD, List.of());
        List<Transfer> uploads = byDirection.getOrDefault(Direction.UPLOAD, List.of());
        if (downloads.size() == uploads.size()) {
            List<Transfer> both = new ArrayList<>(downloads);
            both.addAll(uploads);
            return List.of(both);
        }
        return List.copyOf(byDirection.values());
    }

    private static FunctionRow function(int trial, int number, Transfer transfer, long offset) throws BadFileException {
        Iperf3Test test = transfer.test;
        Iperf3Test.Way way = transfer.way;
        long bytes = way.intervals.stream().mapToLong(Interval::bytes).sum();
        long end = way.intervals.stream().mapToLong(Interval::endMicros).max().orElse(0);
        if (bytes > CsvColumns.MAX_COUNT) {
            throw new BadFileException("the sum of the intervals of a test is more than " + CsvColumns.MAX_COUNT);
        }
        boolean failed = (test.error != null && !test.interrupted()) || way.intervals.isEmpty();
        Iperf3Test.Sum sent = way.sent;
        Iperf3Test.Sum received = way.received;
        // Without totals of the receiver, what was counted here stands for them.
        Iperf3Test.Sum total = received != null ? received : test.sends(way) ? sent : null;
        long duration = total == null ? end : total.durationMicros();
        return new FunctionRow(
                trial,
                number,
                0,
                null,
                null,
                null,
                way.intervals.isEmpty() ? null : (Long) offset,
                failed ? null : (Long) duration,
                failed || sent == null ? null : (Long) sent.bytes(),
                failed ? null : (Long) (total == null ? bytes : total.bytes()),
                metrics(test, way, duration),
                failed ? FailureReason.TRANSFER_BROKEN : null,
                failed ? Objects.requireNonNullElse(test.error, "The test has no intervals.") : null);
    }

    private static MetricValues metrics(Iperf3Test test, Iperf3Test.Way way, long durationMicros) {
        Map<String, Double> metrics = new HashMap<>();
        Iperf3Test.Sum sent = way.sent;
        if (sent != null && sent.retransmits() != null) {
            metrics.put("retransmits", sent.retransmits().doubleValue());
        }
        if (test.mss != null && test.mss <= 1_000_000) {
            metrics.put("mss", test.mss.doubleValue());
        }
        Double percent = test.hostPercent;
        if (percent != null && percent > 0 && !test.server) {
            metrics.put("cpu_us", percent / 100 * durationMicros);
        }
        Iperf3Test.Sum received = way.received;
        if (received != null && received.jitterMicros() != null && test.protocol.equals("UDP")) {
            metrics.put(ImportedType.JITTER.id(), received.jitterMicros());
        }
        if (received != null && received.lost() != null && test.protocol.equals("UDP")) {
            metrics.put(ImportedType.LOST.id(), received.lost().doubleValue());
        }
        long missing = received == null && !(test.sends(way) && sent != null) ? missingMicros(way.intervals) : 0;
        if (missing > 0) {
            metrics.put(Metrics.MISSING_TIME.id(), (double) missing);
        }
        return MetricValues.of(metrics);
    }

    private static long missingMicros(List<Interval> intervals) {
        long start = intervals.stream().mapToLong(Interval::offsetMicros).min().orElse(0);
        long end = intervals.stream().mapToLong(Interval::endMicros).max().orElse(0);
        return end
                - start
                - intervals.stream().mapToLong(Interval::durationMicros).sum();
    }

    /**
     * Utilization of the busiest server, relative to one processor, or from 3.16 on to one for each stream. A server's own
     * output reports the load of its previous client as that of the other end, so only the client's output is used.
     */
    private static @Nullable Double serverBusy(List<Transfer> group) {
        return group.stream()
                .map(Transfer::test)
                .filter(test -> !test.server && test.remotePercent != null && test.remotePercent > 0)
                .map(test -> Math.min(1, Objects.requireNonNull(test.remotePercent) / 100 / threads(test)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static int threads(Iperf3Test test) {
        Matcher version = VERSION.matcher(test.version);
        return version.matches() && Integer.parseInt(version.group(1)) >= FIRST_MINOR_WITH_THREADS ? test.streams : 1;
    }

    private static Cell cell(List<Transfer> group) {
        Iperf3Test first = group.get(0).test;
        List<Direction> directions = group.stream()
                .map(transfer -> transfer.way.direction)
                .distinct()
                .toList();
        Direction direction = directions.size() > 1 ? Direction.BOTH : directions.get(0);
        int seconds = (int) Math.max(
                1,
                Math.round(group.stream()
                                .mapToLong(transfer -> millis(transfer.test))
                                .max()
                                .orElse(0)
                        / 1e3));
        return new Cell(0, group.size(), workload(first, direction, seconds), NetworkSettings.REAL);
    }

    private static Workload workload(Iperf3Test test, Direction direction, int seconds) {
        if (!test.protocol.equals("TCP")) {
            return new ImportedTransfer(direction, seconds, test.streams, test.protocol);
        }
        String congestion = test.congestion;
        int length = test.plannedSeconds > 0 && test.ended && !test.interrupted() ? test.plannedSeconds : seconds;
        return new Iperf3Workload(
                direction,
                length,
                test.streams,
                intervalMs(test),
                test.omitSeconds,
                congestion != null && congestion.matches("[a-z0-9_-]{1,15}") ? congestion : null);
    }

    private static int intervalMs(Iperf3Test test) {
        List<Interval> intervals = test.main().intervals;
        return intervals.isEmpty() ? 100 : (int) Math.max(1, intervals.get(0).durationMicros() / MILLIS);
    }

    private String title(List<TrialRow> trials) {
        String protocols =
                tests.stream().map(test -> test.protocol).distinct().sorted().collect(Collectors.joining(" and "));
        String directions = trials.stream()
                .map(trial -> trial.direction().id())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
        return sources.get(0).name().replaceFirst("\\.[^.]{1,5}$", "")
                + (sources.size() == 1 ? "" : " and " + (sources.size() - 1) + " more")
                + ": iperf3 " + protocols + " " + directions;
    }

    private SortedMap<String, String> environment() {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put(
                "imported from",
                sources.stream().limit(20).map(ImportSource::name).collect(Collectors.joining(", "))
                        + (sources.size() > 20 ? ", …" : ""));
        facts.put("imported at", sources.get(0).importedAt().toString());
        facts.put("imported format", "JSON of iperf3");
        facts.put("network", RunRow.NOT_STATED + "; links are taken as unlimited");
        put(facts, "iperf3", tests.stream().map(test -> test.version).toList());
        put(facts, "os", tests.stream().map(test -> test.system).toList());
        put(
                facts,
                "congestion control",
                tests.stream().map(test -> test.congestion).toList());
        facts.put("starts of functions", "by the clocks of their computers, to 1 s if iperf3 is older than 3.18");
        if (tests.stream().anyMatch(test -> !test.ended)) {
            facts.put("totals of functions", "sums of intervals where iperf3 wrote no end");
        }
        return facts;
    }

    private static void put(SortedMap<String, String> facts, String name, List<@Nullable String> values) {
        TreeSet<String> known = new TreeSet<>();
        values.stream().filter(value -> value != null && !value.isEmpty()).forEach(known::add);
        if (!known.isEmpty()) {
            facts.put(name, known.stream().limit(20).collect(Collectors.joining("; ")));
        }
    }
}
