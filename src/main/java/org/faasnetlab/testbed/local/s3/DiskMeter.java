package org.faasnetlab.testbed.local.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.faasnetlab.testbed.BusyMeter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the share of time in which a Linux disk was busy: {@code io_ticks}, the tenth number of the block device's
 * {@code stat} (Linux, Documentation/block/stat.rst). A disk that serves many requests in parallel may be busy all the
 * time without being at its limit.
 */
final class DiskMeter implements BusyMeter {
    private static final Logger log = LoggerFactory.getLogger(DiskMeter.class);
    private static final int BUSY_MS = 9;

    private final Path file;
    private final LongSupplier nanoTime;
    private OptionalLong lastMs = OptionalLong.empty();
    private long lastNanos;

    /** @param file the block device's {@code stat} */
    DiskMeter(Path file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
    }

    /**
     * Returns a meter for the disk that contains a directory, or one without values if there is no disk, for example
     * for a RAM file system.
     */
    static BusyMeter of(Path folder) {
        try {
            // Major and minor number in the encoding of makedev(3) of glibc.
            long device = ((Number) Files.getAttribute(folder, "unix:dev")).longValue();
            long major = ((device >> 8) & 0xfff) | ((device >> 32) & ~0xfffL);
            long minor = (device & 0xff) | ((device >> 12) & ~0xffL);
            Path file = Path.of("/sys/dev/block/" + major + ":" + minor + "/stat");
            return Files.isReadable(file) ? new DiskMeter(file, System::nanoTime) : NONE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            log.debug("The disk of {} is unknown", folder, e);
            return NONE;
        }
    }

    @Override
    public OptionalDouble sinceLastCall() {
        OptionalLong before = lastMs;
        long nanosBefore = lastNanos;
        lastMs = read();
        lastNanos = nanoTime.getAsLong();
        long passed = lastNanos - nanosBefore;
        if (before.isEmpty() || lastMs.isEmpty() || passed <= 0) {
            return OptionalDouble.empty();
        }
        double busy = (lastMs.getAsLong() - before.getAsLong()) * 1e6;
        return OptionalDouble.of(Math.min(1, Math.max(0, busy / passed)));
    }

    @Override
    public String source() {
        return file.toString();
    }

    private OptionalLong read() {
        try {
            String[] numbers = Files.readString(file).strip().split("\\s+");
            return numbers.length > BUSY_MS ? OptionalLong.of(Long.parseLong(numbers[BUSY_MS])) : OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            log.debug("Cannot read {}", file, e);
            return OptionalLong.empty();
        }
    }
}
