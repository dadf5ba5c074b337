package org.faasnetlab.testing.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.faasnetlab.testbed.local.process.ProcessStarter;

/** Runs iperf3 like a function. */
public final class RealIperf3Client {
    private RealIperf3Client() {}

    /**
     * The result of a test.
     *
     * @param megabits mean bandwidth of the transfer at the receiver
     * @param bytes bytes that the receiver counted
     * @param intervals mean bandwidth of each interval at the client, in Mbit/s
     */
    public record Result(double megabits, long bytes, List<Double> intervals) {}

    public static Process start(ProcessStarter processes, int port, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("iperf3", "-c", "127.0.0.1", "-p", String.valueOf(port), "-J", "-i", "0.1"));
        command.addAll(List.of(options));
        return processes.start(new ProcessBuilder(command));
    }

    public static Result result(Process client) throws IOException {
        JsonNode json = new ObjectMapper().readTree(client.getInputStream());
        if (json.has("error")) {
            throw new IOException(json.get("error").asText());
        }
        List<Double> intervals = new ArrayList<>();
        json.get("intervals")
                .forEach(interval ->
                        intervals.add(interval.get("sum").get("bits_per_second").asDouble() / 1e6));
        JsonNode received = json.get("end").get("sum_received");
        return new Result(
                received.get("bits_per_second").asDouble() / 1e6,
                received.get("bytes").asLong(),
                intervals);
    }
}
