package org.faasnetlab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.task.Iperf3Task;

/** The plain iperf3 client with default options. */
final class PlainIperf3Client {
    private PlainIperf3Client() {}

    /**
     * Bandwidth in bit/s that iperf3's own summary gives for the receiver.
     *
     * @param entry the command that starts the client where it runs; empty for here
     */
    static double receivedBitsPerSecond(List<String> entry, Iperf3Task task) throws Exception {
        List<String> command = new ArrayList<>(entry);
        command.addAll(List.of(
                "iperf3",
                "-c",
                task.host(),
                "-p",
                String.valueOf(task.port()),
                "-t",
                String.valueOf(task.seconds()),
                "-P",
                String.valueOf(task.streams()),
                "-J"));
        if (task.direction() == Direction.DOWNLOAD) {
            command.add("-R");
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        JsonNode answer = new ObjectMapper().readTree(process.getInputStream());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("iperf3: " + answer.path("error").asText());
        }
        return answer.path("end").path("sum_received").path("bits_per_second").asDouble();
    }
}
