package org.faasnetlab.plan.preset;

import java.util.Arrays;
import java.util.Set;

/** The question that a preset answers. Window, command line and report answer it in the same sentence. */
public enum Question {
    RATE("What bandwidth does a function get?", "s3-download", "s3-upload", "udp-capacity"),
    BURST("How large is the burst of a function, and what is its baseline?", "iperf3-single", "burst-and-baseline"),
    SHARE("What bandwidth do concurrent functions get, each and in total?", "iperf3-concurrent"),
    LATENCY("How large is the latency, at rest and under load?", "latency", "latency-under-load", "bufferbloat"),
    CAPACITY("What is the capacity of the network, and what does TCP reach of it?", "capacity"),
    MEMORY(
            "How does the bandwidth of a function depend on its memory size?",
            "memory-sweep",
            "network-quota",
            "figure-2",
            "figure-4"),
    FUNCTIONS(
            "How does the bandwidth depend on the number of concurrent functions?",
            "concurrency-sweep",
            "figure-5",
            "figure-6"),
    OBJECT_SIZE("How does the bandwidth depend on the size of the object?", "object-size-sweep", "figure-3"),
    STREAMS("How does the bandwidth depend on the number of TCP streams?", "streams-sweep"),
    COLD_START("Does a cold start change the bandwidth?", "sequential"),
    DIRECTIONS("Do a download and an upload slow each other down?", "both-directions"),
    JOB("How long does a job take, and what does it cost?", "figure-4c", "figure-7");

    private final String text;
    private final Set<String> presets;

    Question(String text, String... presets) {
        this.text = text;
        this.presets = Set.of(presets);
    }

    /** The question of a preset; of one that this version does not know, {@link #RATE}. */
    public static Question ofPreset(String name) {
        return Arrays.stream(values())
                .filter(question -> question.presets.contains(name))
                .findFirst()
                .orElse(RATE);
    }

    public String text() {
        return text;
    }

    /** The names of the presets that ask it. */
    Set<String> presets() {
        return presets;
    }
}
