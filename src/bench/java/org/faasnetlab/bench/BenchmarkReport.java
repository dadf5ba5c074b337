package org.faasnetlab.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the results, as JSON and as a readable report. */
final class BenchmarkReport {
    private final Path directory;
    private final Map<String, String> environment;

    BenchmarkReport(Path directory, Map<String, String> environment) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.environment = environment;
    }

    void write(Benchmark benchmark, List<BenchmarkFigure> figures) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("benchmark", benchmark.name());
        all.put("description", benchmark.description());
        all.put("measuredAt", Instant.now().toString());
        all.put("environment", environment);
        all.put("figures", figures);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(directory.resolve(benchmark.name() + ".json").toFile(), all);
        Files.writeString(directory.resolve(benchmark.name() + ".md"), markdown(benchmark, figures));
    }

    static String markdown(Benchmark benchmark, List<BenchmarkFigure> figures) {
        StringBuilder text = new StringBuilder();
        text.append("## ").append(benchmark.name()).append("\n\n");
        text.append(benchmark.description()).append("\n\n");
        text.append("| figure | value | target | reached |\n| --- | ---: | --- | --- |\n");
        for (BenchmarkFigure figure : figures) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %s | %s |%n",
                    figure.name(),
                    figure.value(),
                    figure.target(),
                    figure.reached() ? "yes" : "NO"));
        }
        return text.toString();
    }
}
