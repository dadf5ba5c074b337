package org.faasnetlab.function.iperf3;

import java.io.ByteArrayInputStream;

/** A process that has printed everything and succeeded. */
final class FinishedProcess extends FakeProcess {
    FinishedProcess(byte[] output) {
        super(new ByteArrayInputStream(output), 0);
    }

    @Override
    public void destroy() {
        // It has ended.
    }
}
