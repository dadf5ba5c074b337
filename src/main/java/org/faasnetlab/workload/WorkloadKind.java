package org.faasnetlab.workload;

import java.util.List;

/** The kind of transfer that an experiment measures. */
public enum WorkloadKind {
    IPERF3(
            "iperf3",
            List.of(Metrics.BANDWIDTH, Metrics.RETRANSMITS),
            List.of(Metrics.BANDWIDTH, Metrics.RETRANSMITS, Metrics.MSS, Metrics.CPU)),
    S3("s3", List.of(Metrics.BANDWIDTH), List.of(Metrics.BANDWIDTH, Metrics.FIRST_BYTE, Metrics.CPU));

    private final String word;
    private final List<Metric> intervalMetrics;
    private final List<Metric> functionMetrics;

    WorkloadKind(String word, List<Metric> intervalMetrics, List<Metric> functionMetrics) {
        this.word = word;
        this.intervalMetrics = intervalMetrics;
        this.functionMetrics = functionMetrics;
    }

    /** What every interval reports. */
    public List<Metric> intervalMetrics() {
        return intervalMetrics;
    }

    /** What every function that finishes reports. */
    public List<Metric> functionMetrics() {
        return functionMetrics;
    }

    /** The word in the store and in exports. */
    public String word() {
        return word;
    }
}
