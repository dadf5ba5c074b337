package org.faasnetlab.testbed.local;

import java.util.Optional;

/**
 * Time of all processors since system start, in an arbitrary unit.
 *
 * @param busy time in which they were busy, or unavailable because the host of a virtual machine used them (steal)
 * @param all busy and idle time
 */
record ProcessorTimes(long busy, long all) {
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    /**
     * Parses the first line of {@code /proc/stat}: user, nice, system, idle, iowait, irq, softirq, steal. The guest
     * times that may follow are included in user and nice (proc(5)).
     *
     * @return empty for any other line
     */
    static Optional<ProcessorTimes> ofProcStat(String line) {
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
        return Optional.of(new ProcessorTimes(all - idle, all));
    }

    /** Utilization between an earlier reading and this one, 0 to 1; empty if no time has passed. */
    Optional<Double> busySince(ProcessorTimes earlier) {
        long passed = all - earlier.all();
        return passed <= 0
                ? Optional.empty()
                : Optional.of(Math.min(1, Math.max(0, (busy - earlier.busy()) / (double) passed)));
    }
}
