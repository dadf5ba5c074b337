package org.faasnetlab.workload;

/** The kind of transfer that an experiment measures. */
public enum WorkloadKind {
    IPERF3("iperf3"),
    S3("s3");

    private final String word;

    WorkloadKind(String word) {
        this.word = word;
    }

    /** The word in the store and in exports. */
    public String word() {
        return word;
    }
}
