package org.faasnetlab.testbed.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.faasnetlab.testbed.BusyMeter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processor time from Linux's {@code /proc/stat}. In a container it still covers the whole computer, including other
 * containers, which may disturb a measurement.
 */
final class ProcStatMeter implements BusyMeter {
    static final Path FILE = Path.of("/proc/stat");
    private static final Logger LOG = LoggerFactory.getLogger(ProcStatMeter.class);

    private final Path file;
    private @Nullable ProcessorTimes last;

    ProcStatMeter(Path file) {
        this.file = file;
    }

    @Override
    public OptionalDouble sinceLastCall() {
        ProcessorTimes before = last;
        last = read();
        if (before == null || last == null) {
            return OptionalDouble.empty();
        }
        return last.busySince(before).stream().mapToDouble(Double::doubleValue).findFirst();
    }

    @Override
    public String source() {
        return file.toString();
    }

    private @Nullable ProcessorTimes read() {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            return first == null ? null : ProcessorTimes.ofProcStat(first).orElse(null);
        } catch (IOException | NumberFormatException unreadable) {
            LOG.debug("Cannot read {}", file, unreadable);
            return null;
        }
    }
}
