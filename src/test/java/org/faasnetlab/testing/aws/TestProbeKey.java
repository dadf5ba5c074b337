package org.faasnetlab.testing.aws;

/** The key of latency probes in tests. */
public final class TestProbeKey {
    public static final String VALUE = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private TestProbeKey() {}
}
