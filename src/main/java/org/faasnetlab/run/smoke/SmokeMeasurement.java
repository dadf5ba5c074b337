package org.faasnetlab.run.smoke;

import java.util.List;
import org.faasnetlab.format.Phrase;

/** What a smoke test measures, each with one function at a time. */
enum SmokeMeasurement {
    IPERF3_DOWNLOAD(Phrase.of("iperf3 download"), "iperf3-single", "seconds=5", "direction=download"),
    IPERF3_UPLOAD(Phrase.of("iperf3 upload"), "iperf3-single", "seconds=5", "direction=upload"),
    /** TCP knows its round-trip time where the function sends. */
    ROUND_TRIP(Phrase.of("TCP round-trip time"), "iperf3-single", "seconds=5", "direction=upload", "tcpInfo=on"),
    PROBES(Phrase.of("latency probes"), "latency", "seconds=5", "probe=20ms"),
    S3_DOWNLOAD(Phrase.of("S3 download"), "s3-download", "objectMiB=64"),
    S3_UPLOAD(Phrase.of("S3 upload"), "s3-upload", "objectMiB=64"),
    /** Only with a public server. */
    OUTSIDE(Phrase.of("iperf3 outside the VPC"), "network-quota", "seconds=10", "memory=2048,6144,10240");

    /** Those of {@link #OUTSIDE}. */
    static final List<Integer> OUTSIDE_MEMORY_SIZES = List.of(2048, 6144, 10_240);

    static final int OUTSIDE_SECONDS = 10;

    private final Phrase title;
    private final String preset;
    private final List<String> settings;

    SmokeMeasurement(Phrase title, String preset, String... settings) {
        this.title = title;
        this.preset = preset;
        this.settings = List.of(settings);
    }

    Phrase title() {
        return title;
    }

    String preset() {
        return preset;
    }

    /** Changes of the preset's settings. */
    List<String> settings() {
        return settings;
    }
}
