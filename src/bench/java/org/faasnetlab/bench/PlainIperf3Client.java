package org.faasnetlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.Iperf3Task;
import org.faasnetlab.protocol.task.UdpTask;

/** The plain iperf3 client. */
final class PlainIperf3Client {
    private PlainIperf3Client() {}

    /**
     * Runs a TCP test with iperf3's default options.
     *
     * @param entry the command that starts the client where it runs; empty for here
     * @param more further options
     * @return what the client prints with {@code -J}
     */
    static JsonNode run(List<String> entry, Iperf3Task task, String... more) throws Exception {
        List<String> options = new ArrayList<>(List.of("-P", String.valueOf(task.streams())));
        options.addAll(List.of(more));
        return run(entry, task.host(), task.port(), task.seconds(), task.direction(), options);
    }

    /** Runs a UDP test. */
    static JsonNode run(List<String> entry, UdpTask task) throws Exception {
        List<String> options =
                List.of("-u", "-b", String.valueOf(task.bitsPerSecond()), "-l", String.valueOf(task.datagramBytes()));
        return run(entry, task.host(), task.port(), task.seconds(), task.direction(), options);
    }

    private static JsonNode run(
            List<String> entry, String host, int port, int seconds, Direction direction, List<String> options)
            throws Exception {
        List<String> command = new ArrayList<>(entry);
        command.addAll(List.of("iperf3", "-c", host, "-p", String.valueOf(port), "-t", String.valueOf(seconds), "-J"));
        command.addAll(options);
        if (direction == Direction.DOWNLOAD) {
            command.add("-R");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        JsonNode answer = new ObjectMapper().readTree(process.getInputStream());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("iperf3: " + answer.path("error").asText());
        }
        return answer;
    }

    /** Bandwidth in bit/s that iperf3's own summary gives for the receiver. */
    static double receivedBitsPerSecond(JsonNode answer) {
        return answer.path("end").path("sum_received").path("bits_per_second").asDouble();
    }
}
