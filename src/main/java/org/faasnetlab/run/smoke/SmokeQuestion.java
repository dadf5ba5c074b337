package org.faasnetlab.run.smoke;

/** What cannot be known without an account. docs/aws.md lists the same questions in the same order. */
enum SmokeQuestion {
    READY("How long does it take until server and functions are ready?"),
    POLICY("Is the policy sufficient for CloudFormation and for this program?"),
    PACKAGES("Does the endpoint's policy allow dnf?"),
    STREAMING("Does Lambda stream responses in this Region?"),
    NO_STREAMING("What does a Region without response streaming answer?"),
    COLD_START("How long does a cold function of 128 MB take to answer?"),
    LARGEST_MEMORY("Does the account allow 10,240 MB?"),
    PACKED_IPERF3("Does the packed iperf3 run in a function?"),
    ROUND_TRIP("How long is TCP's round-trip time between function and server?"),
    PROBES("Does the echo server of a server answer latency probes, and how fast?"),
    CONDITIONAL_WRITES("Does S3 accept conditional writes, which reserve a testbed?"),
    CONDITIONAL_DELETIONS("Does S3 accept conditional deletions, which release a testbed?"),
    PRICES("Does the Price List API find the products by these attributes?"),
    INTERFACES("How long does deletion wait for Lambda's network interfaces?"),
    AUTHENTICATION("Does Amazon Linux's iperf3 support authentication?"),
    DRY_RUN("Does a dry run report whether public addresses are forbidden?"),
    BANDWIDTH_QUOTA("Does Service Quotas list the quota of network bandwidth, and in Mbit/s?"),
    PUBLIC_BANDWIDTH("What bandwidth do functions with 2,048 to 10,240 MB get outside the VPC?"),
    EXTENDED_LEASE("Do servers read an extended lease from their metadata?");

    private final String text;

    SmokeQuestion(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
