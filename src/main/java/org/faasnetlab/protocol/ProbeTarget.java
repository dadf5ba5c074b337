package org.faasnetlab.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where and how often a function sends latency probes beside its task: UDP datagrams, which an echo server returns.
 *
 * @param host address of the echo server
 * @param port its UDP port, 1 to 65535
 * @param key authenticates the probes, as hexadecimal text: 16 to 64 bytes; the server answers no others. Null if the function
 *     has it in the variable {@value #KEY_VARIABLE} of its environment
 * @param intervalMs time between two probes, {@value #MIN_INTERVAL_MS} to {@value #MAX_INTERVAL_MS}
 * @param idleMs probes are sent for this long before T0 and after the task, without load; 0 to 60,000
 */
public record ProbeTarget(String host, int port, @Nullable String key, int intervalMs, int idleMs) {
    /** Of functions on AWS: an event can be read in more places than the environment of a function. */
    public static final String KEY_VARIABLE = "FAASNETLAB_PROBE_KEY";

    /** Payload of a probe, and of its echo. */
    public static final int DATAGRAM_BYTES = 48;

    public static final int MIN_INTERVAL_MS = 5;
    public static final int MAX_INTERVAL_MS = 1_000;

    private static final int KEY_BYTES = 32;
    private static final int MAX_IDLE_MS = 60_000;
    private static final Pattern KEY = Pattern.compile("([0-9a-f]{2}){16,64}");

    public ProbeTarget {
        require(!host.isBlank(), "the host of the echo server must not be empty");
        require(port >= 1 && port <= 65535, "the port of the echo server must be 1 to 65535, not " + port);
        require(
                key == null || KEY.matcher(key).matches(),
                "the key of the echo server must be 16 to 64 bytes, hexadecimal");
        require(
                intervalMs >= MIN_INTERVAL_MS && intervalMs <= MAX_INTERVAL_MS,
                "the interval of probes must be 5 to 1000 ms, not " + intervalMs);
        require(idleMs >= 0 && idleMs <= MAX_IDLE_MS, "the idle time must be 0 to 60000 ms, not " + idleMs);
    }

    /** A new key, as hexadecimal text. */
    public static String newKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    void writeFields(JsonGenerator json) throws IOException {
        json.writeStringField("host", host);
        json.writeNumberField("port", port);
        if (key != null) {
            json.writeStringField("key", key);
        }
        json.writeNumberField("intervalMs", intervalMs);
        json.writeNumberField("idleMs", idleMs);
    }

    static @Nullable ProbeTarget read(@Nullable JsonFields fields) throws ProtocolException {
        return fields == null
                ? null
                : new ProbeTarget(
                        fields.text("host"),
                        fields.integer("port"),
                        fields.optionalText("key"),
                        fields.integer("intervalMs"),
                        fields.integer("idleMs"));
    }

    /** Without the key, which is a secret. */
    @Override
    public String toString() {
        return "probe of " + host + ":" + port + " every " + intervalMs + " ms";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
