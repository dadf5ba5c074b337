package org.faasnetlab.testing.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What iperf3 clients printed, independent of the program that stores it: a wrapper on the program's PATH copies their
 * output to files, whose lengths are noted all the time.
 */
public final class SentIntervals implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    /** An interval, but not the totals at the end, which have a word behind them. */
    private static final Pattern LINE =
            Pattern.compile("\\[ *\\d+\\] +[0-9.]+-[0-9.]+ +sec +\\S+ \\S+ +[0-9.]+ Kbits/sec[ 0-9.A-Z]*(Bytes)? *");

    private final Path logs;
    private final Path programs;
    private final Map<Instant, Map<Path, Long>> lengths = new TreeMap<>();
    private final Thread thread = new Thread(this::watch, "sent-intervals");

    /** @param folder an existing folder for the wrapper and the files */
    public SentIntervals(Path folder, Path iperf3) throws IOException {
        logs = Files.createDirectories(folder.resolve("sent"));
        programs = Files.createDirectories(folder.resolve("bin"));
        Path wrapper = programs.resolve("iperf3");
        // The wrapper becomes iperf3, so that process ID, exit code and signals are those of iperf3.
        Files.writeString(
                wrapper,
                "#!/usr/bin/env bash\ncase \" $* \" in *' -c '*) exec > >(exec tee -a '" + logs + "/'$$.log) ;; esac\n"
                        + "exec '" + iperf3 + "' \"$@\"\n");
        if (!wrapper.toFile().setExecutable(true)) {
            throw new IOException(wrapper + " does not become executable");
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** A folder to precede the program's PATH. */
    public Path programs() {
        return programs;
    }

    private void watch() {
        try {
            while (true) {
                note();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Notes the lengths of the files. */
    void note() throws IOException {
        Instant now = Instant.now();
        Map<Path, Long> found = new HashMap<>();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                found.put(file, Files.size(file));
            }
        }
        synchronized (lengths) {
            lengths.put(now, found);
        }
    }

    /** The number of intervals that clients had printed by a time. */
    public long until(Instant time) throws IOException {
        Map<Path, Long> known = new HashMap<>();
        synchronized (lengths) {
            lengths.forEach((noted, files) -> {
                if (!noted.isAfter(time)) {
                    known.putAll(files);
                }
            });
        }
        long intervals = 0;
        for (Map.Entry<Path, Long> file : known.entrySet()) {
            byte[] bytes = Files.readAllBytes(file.getKey());
            String text = new String(bytes, 0, file.getValue().intValue(), StandardCharsets.ISO_8859_1);
            // The last line may be incomplete.
            intervals += text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> LINE.matcher(line).matches())
                    .count();
        }
        return intervals;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
