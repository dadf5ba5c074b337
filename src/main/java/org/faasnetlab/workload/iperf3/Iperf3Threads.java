package org.faasnetlab.workload.iperf3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.faasnetlab.protocol.FunctionRecord;
import org.faasnetlab.protocol.Task;

/** Number of threads with which an iperf3 process transfers data: one before 3.16, one per stream since then. */
public final class Iperf3Threads {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int MAJOR = 3;
    private static final int FIRST_WITH_THREADS = 16;

    private Iperf3Threads() {}

    /**
     * Utilization of the processor time that the threads of a server process can use, 0 to 1. Both ends have the same
     * version: on AWS functions download the servers' iperf3, and on this computer there is only one.
     *
     * @param processors processor load of the server as reported by iperf3, see {@link
     *     FunctionRecord.Finished#serverProcessors}
     */
    public static double shareUsed(double processors, String version, Task.Iperf3 test) {
        return Math.min(1, processors / threads(version, test.streams()));
    }

    private static int threads(String version, int streams) {
        Matcher matcher = VERSION.matcher(version);
        boolean single = matcher.matches()
                && Integer.parseInt(matcher.group(1)) == MAJOR
                && Integer.parseInt(matcher.group(2)) < FIRST_WITH_THREADS;
        return single ? 1 : streams;
    }
}
