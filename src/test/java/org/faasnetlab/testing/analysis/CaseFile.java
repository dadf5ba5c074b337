package org.faasnetlab.testing.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.faasnetlab.measure.Interval;

/** One function's intervals, with a course that was found in published measurements or from a file. */
public final class CaseFile {
    private CaseFile() {}

    public static List<Interval> intervals(String name) throws IOException {
        String file = "/org/faasnetlab/analysis/burst/" + name + ".csv";
        try (InputStream in = Objects.requireNonNull(CaseFile.class.getResourceAsStream(file), file)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @param file with the columns offsetMicros, durationMicros and bytes, in this order */
    public static List<Interval> intervals(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    private static List<Interval> parse(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Interval(
                        Long.parseLong(cells[0]), Long.parseLong(cells[1]), Long.parseLong(cells[2]), null))
                .toList();
    }
}
