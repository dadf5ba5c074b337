package org.faasnetlab.testbed.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    private @Nullable Times last;

    ProcStatMeter(Path file) {
        this.file = file;
    }

    @Override
    public OptionalDouble sinceLastCall() {
        Times before = last;
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

    private @Nullable Times read() {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            return first == null ? null : Times.ofProcStat(first).orElse(null);
        } catch (IOException | NumberFormatException e) {
            LOG.debug("Cannot read {}", file, e);
            return null;
        }
    }

    /**
     * Time of all processors since system start, in an arbitrary unit.
     *
     * @param busy time in which they were busy, or unavailable because the host of a virtual machine used them (steal)
     * @param all busy and idle time
     */
    private record Times(long busy, long all) {
        private static final int IDLE = 3;
        private static final int WAITING = 4;
        private static final int STOLEN = 7;

        /**
         * Parses the first line of {@code /proc/stat}: user, nice, system, idle, iowait, irq, softirq, steal. The guest
         * times that may follow are included in user and nice (proc(5)).
         *
         * @return empty for any other line
         */
        static Optional<Times> ofProcStat(String line) {
            String[] words = line.strip().split("\\s+");
            if (!words[0].equals("cpu") || words.length < IDLE + 2) {
                return Optional.empty();
            }
            long idle = 0;
            long all = 0;
            for (int i = 0; i <= STOLEN && i + 1 < words.length; i++) {
                long time = Long.parseLong(words[i + 1]);
                all += time;
                idle += i == IDLE || i == WAITING ? time : 0;
            }
            return Optional.of(new Times(all - idle, all));
        }

        /** Utilization between an earlier reading and this one, 0 to 1; empty if no time has passed. */
        Optional<Double> busySince(Times earlier) {
            long passed = all - earlier.all();
            return passed <= 0
                    ? Optional.empty()
                    : Optional.of(Math.min(1, Math.max(0, (busy - earlier.busy()) / (double) passed)));
        }
    }
}
