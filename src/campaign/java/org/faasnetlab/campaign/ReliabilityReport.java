package org.faasnetlab.campaign;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The document with the results: each campaign replaces the lines between its own markers. */
final class ReliabilityReport {
    private final Path document;

    ReliabilityReport(Path document) {
        this.document = document;
    }

    void write(String campaign, String command, CampaignResult result) throws IOException {
        String begin = "<!-- " + campaign + ": written by the command -->";
        String end = "<!-- end of " + campaign + " -->";
        List<String> lines = new ArrayList<>(Files.readAllLines(document));
        int from = lines.indexOf(begin);
        int to = lines.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(document + " has no markers of " + campaign);
        }
        List<String> section = new ArrayList<>();
        section.add("");
        section.add("`" + command + "`, " + conditions() + ". "
                + (result.held() ? "Everything held." : "**Something did not hold; see below.**"));
        section.add("");
        section.addAll(result.lines());
        section.add("");
        lines.subList(from + 1, to).clear();
        lines.addAll(from + 1, section);
        Files.write(document, lines);
        section.forEach(System.out::println);
    }

    private static String conditions() {
        return String.format(
                Locale.ROOT,
                "finished %s, %d processors, Java %s, load average at the end %.1f",
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
