package org.faasnetlab.bench;

import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.plan.ExperimentPlan;
import org.faasnetlab.protocol.task.S3GetTask;
import org.faasnetlab.store.RunData;
import org.faasnetlab.testbed.PreparedTrial;

/** An S3 download by one function against curl from the same server on the same link, in alternating pairs. */
final class S3Download implements Benchmark {
    private static final int PAIRS = 5;

    @Override
    public String name() {
        return "s3-download";
    }

    @Override
    public String description() {
        return "One function fetches 256 MiB over 1 connection against curl with the same presigned kind of URL on the"
                + " same link, 5 alternating pairs, median of the ratios of bandwidth.";
    }

    @Override
    public List<BenchmarkFigure> run(BenchmarkLab bench) throws Exception {
        List<BenchmarkFigure> figures = new ArrayList<>();
        for (String link : List.of("625Mbit", "5Gbit")) {
            ExperimentPlan plan =
                    BenchmarkLab.plan("s3-download", "link=" + link, "objectMiB=256", "connections=1", "partMiB=256");
            bench.run(plan);
            List<Double> ratios = new ArrayList<>();
            List<Double> app = new ArrayList<>();
            List<Double> curl = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                RunData run = bench.run(plan);
                app.add(run.functions().get(0).bandwidth().megabitsPerSecond());
                try (PreparedTrial prepared =
                        bench.testbed().prepare(plan.trials().get(0).cell())) {
                    curl.add(curlMegabitsPerSecond((S3GetTask) prepared.task(0)));
                }
                ratios.add(app.get(pair) / curl.get(pair));
            }
            figures.add(BenchmarkFigure.forTheRecord("function, Mbit/s, " + link, BenchmarkLab.median(app)));
            figures.add(BenchmarkFigure.forTheRecord("curl, Mbit/s, " + link, BenchmarkLab.median(curl)));
            figures.add(BenchmarkFigure.within(
                    "function over curl, ratio, " + link, BenchmarkLab.median(ratios), 0.97, 99));
        }
        return figures;
    }

    private static double curlMegabitsPerSecond(S3GetTask task) throws Exception {
        Process process = new ProcessBuilder(
                        "curl",
                        "--silent",
                        "--fail",
                        "--output",
                        "/dev/null",
                        "--write-out",
                        "%{size_download} %{time_pretransfer} %{time_total}",
                        task.url().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .trim()
                .split(" ", -1);
        if (process.waitFor() != 0 || Long.parseLong(words[0]) != task.bytes()) {
            throw new IllegalStateException("curl did not fetch the object");
        }
        // Measured from the request on: the function's value excludes the start of a process too.
        return task.bytes() * 8 / 1e6 / (Double.parseDouble(words[2]) - Double.parseDouble(words[1]));
    }
}
