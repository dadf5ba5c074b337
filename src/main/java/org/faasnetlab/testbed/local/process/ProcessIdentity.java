package org.faasnetlab.testbed.local.process;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Identifies a process even after its PID has been reused.
 *
 * @param pid its number, which the system reuses
 * @param start its start time: clock ticks since boot on Linux, otherwise milliseconds since 1970
 */
record ProcessIdentity(long pid, long start) {
    /** Systems without clock ticks may compute the start time from the boot time, which is exact to a second only. */
    private static final long TOLERANCE_MS = 2_000;

    /** Empty if the process has already exited. */
    static Optional<ProcessIdentity> of(ProcessHandle process) {
        OptionalLong ticks = ProcFiles.startTicks(process.pid());
        if (ticks.isPresent()) {
            return Optional.of(new ProcessIdentity(process.pid(), ticks.getAsLong()));
        }
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(millis -> new ProcessIdentity(process.pid(), millis));
    }

    /**
     * Parses the text of {@link #toString()}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static ProcessIdentity parse(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("expected a PID and a start time");
        }
        return new ProcessIdentity(Long.parseLong(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    }

    /** The process, if it is still running. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(process -> of(process).filter(this::isSame).isPresent());
    }

    private boolean isSame(ProcessIdentity other) {
        long tolerance = ProcFiles.startTicks(pid).isPresent() ? 0 : TOLERANCE_MS;
        return Math.abs(start - other.start) <= tolerance;
    }

    @Override
    public String toString() {
        return pid + " " + start;
    }
}
