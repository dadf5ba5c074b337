package org.faasnetlab.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.faasnetlab.run.Lab;
import org.faasnetlab.testbed.Testbed;

/** Runs the named benchmarks, or all of them, and writes their results. The exit code is 1 if a target was missed. */
public final class BenchMain {
    private static final List<Benchmark> ALL = List.of(
            new StartTime(),
            Iperf3Fidelity.ofRelay(),
            Iperf3Fidelity.ofKernelNetwork(),
            new KernelNetworkTime(),
            new KernelLatency(),
            new ProbeCost(),
            new SharedHost(),
            new BurstProfile(),
            new BurstFitAccuracy(),
            new FitThresholdsVaried(),
            new IntervalAccuracy(),
            new PublishedSeries(),
            new S3Download(),
            new LiveLatency(),
            new ManyFunctions(),
            new LatencyHistograms(),
            new PointerMoves(),
            new LiveAtScale(), // before the next benchmark, whose memory the process would retain
            new StoreAtScale());

    private BenchMain() {}

    /** @param arguments the built program, the folder for the reports, then names of benchmarks */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path reports = Path.of(arguments[1]);
        Set<String> chosen = Set.copyOf(List.of(arguments).subList(2, arguments.length));
        Path data = Files.createTempDirectory("faasnetlab-bench");
        boolean reached = true;
        try (Lab lab = BenchLab.open(data, home);
                Testbed testbed = lab.startLocalTestbed(lab.localDefaults())) {
            BenchmarkLab bench = new BenchmarkLab(lab, testbed, home);
            BenchmarkReport report = new BenchmarkReport(reports, testbed.environment());
            for (Benchmark benchmark : ALL) {
                if (chosen.isEmpty() || chosen.contains(benchmark.name())) {
                    reached &= run(benchmark, bench, report);
                }
            }
        } finally {
            delete(data);
        }
        System.exit(reached ? 0 : 1);
    }

    private static boolean run(Benchmark benchmark, BenchmarkLab bench, BenchmarkReport report) throws Exception {
        System.out.printf(Locale.ROOT, "%n%s ...%n", benchmark.name());
        List<BenchmarkFigure> figures = benchmark.run(bench);
        report.write(benchmark, figures);
        System.out.println(BenchmarkReport.markdown(benchmark, figures));
        return figures.stream().allMatch(BenchmarkFigure::reached);
    }

    static void delete(Path folder) throws Exception {
        List<Path> innermostFirst = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(path -> innermostFirst.add(0, path));
        }
        for (Path path : innermostFirst) {
            Files.deleteIfExists(path);
        }
    }
}
