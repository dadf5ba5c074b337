package org.faasnetlab.function.iperf3;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.UdpTask;

/** The arguments of the iperf3 client for one test. */
final class Iperf3Arguments {
    private static final int CONNECT_TIMEOUT_MS = 3_000;

    private Iperf3Arguments() {}

    static List<String> of(Iperf3Task test, Iperf3OutputFormat format) {
        List<String> arguments = new ArrayList<>();
        add(arguments, "-c", test.host());
        add(arguments, "-p", test.port());
        add(arguments, "-t", test.seconds());
        add(arguments, "-P", test.streams());
        add(arguments, "-i", BigDecimal.valueOf(test.intervalMs(), 3));
        if (test.direction() == Direction.DOWNLOAD) {
            arguments.add("-R");
        }
        if (test.omitSeconds() > 0) {
            add(arguments, "-O", test.omitSeconds());
        }
        if (test.congestion() != null) {
            add(arguments, "-C", test.congestion());
        }
        if (test.windowBytes() != null) {
            add(arguments, "-w", test.windowBytes());
        }
        add(arguments, "--connect-timeout", CONNECT_TIMEOUT_MS);
        arguments.addAll(format.options());
        return arguments;
    }

    static List<String> of(UdpTask test, Iperf3OutputFormat format) {
        List<String> arguments = new ArrayList<>();
        add(arguments, "-c", test.host());
        add(arguments, "-p", test.port());
        arguments.add("-u");
        add(arguments, "-b", test.bitsPerSecond() + (test.burst() > 1 ? "/" + test.burst() : ""));
        add(arguments, "-l", test.datagramBytes());
        add(arguments, "-t", test.seconds());
        add(arguments, "-i", BigDecimal.valueOf(test.intervalMs(), 3));
        if (test.direction() == Direction.DOWNLOAD) {
            arguments.add("-R");
        }
        add(arguments, "--connect-timeout", CONNECT_TIMEOUT_MS);
        arguments.addAll(format.options());
        return arguments;
    }

    private static void add(List<String> arguments, String option, Object value) {
        arguments.add(option);
        arguments.add(value.toString());
    }
}
