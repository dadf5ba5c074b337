package org.faasnetlab.ui.common;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.testbed.TrialSpec;

/** A testbed that is only looked at. */
public final class FakeTestbed implements Testbed {
    private final String name;
    private boolean closed;

    public FakeTestbed() {
        this(THIS_COMPUTER);
    }

    public FakeTestbed(String name) {
        this.name = name;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ServiceEndpoint lambda() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FunctionRef function(int memoryMb) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TestbedLimits limits() {
        return new TestbedLimits(1000, Duration.ofMillis(500), Duration.ofMillis(30));
    }

    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>();
    }

    @Override
    public PreparedTrial prepare(TrialSpec spec) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stopFunctions() {}

    @Override
    public void close() {
        closed = true;
    }
}
