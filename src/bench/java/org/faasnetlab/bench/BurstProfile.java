package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Interval;
import org.faasnetlab.store.RunData;
import org.faasnetlab.store.StoredInterval;

/** The burst of the Lambda-like link: the bytes above the baseline, and the baseline after it. */
final class BurstProfile implements Benchmark {
    private static final long AFTER_BURST_MICROS = 2_000_000;

    @Override
    public String name() {
        return "burst-profile";
    }

    @Override
    public String description() {
        return "One function on the link 'lambda' for 10 s: a line through the bytes after second 2 has the baseline as"
                + " its slope and meets the start at the burst.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        List<BenchmarkFigure> figures = new ArrayList<>();
        for (String direction : List.of("download", "upload")) {
            RunData run = bench.run(
                    BenchmarkLab.plan("iperf3-single", "link=lambda", "seconds=10", "direction=" + direction));
            List<Interval> intervals =
                    run.intervals().stream().map(StoredInterval::interval).toList();
            long start = intervals.get(0).offsetMicros();
            double bytes = 0;
            double n = 0;
            double sumX = 0;
            double sumY = 0;
            double sumXx = 0;
            double sumXy = 0;
            for (Interval interval : intervals) {
                bytes += interval.bytes();
                double x = (interval.endMicros() - start) / 1e6;
                if (x * 1e6 >= AFTER_BURST_MICROS) {
                    n++;
                    sumX += x;
                    sumY += bytes;
                    sumXx += x * x;
                    sumXy += x * bytes;
                }
            }
            double slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
            double burst = (sumY - slope * sumX) / n;
            figures.add(BenchmarkFigure.within("burst, MiB, " + direction, burst / (1 << 20), 285, 315));
            figures.add(BenchmarkFigure.within("baseline, Mbit/s, " + direction, slope * 8 / 1e6, 612.5, 637.5));
        }
        return figures;
    }
}
