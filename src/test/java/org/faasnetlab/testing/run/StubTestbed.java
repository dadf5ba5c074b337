package org.faasnetlab.testing.run;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.PreparedTrial;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.TestbedKind;
import org.faasnetlab.testbed.TestbedLimits;
import org.faasnetlab.workload.Cell;
import org.jspecify.annotations.Nullable;

/** A testbed without functions. */
public final class StubTestbed implements Testbed {
    private final String name;
    private final TestbedLimits limits;
    private final Runnable onClose;
    private boolean closed;

    /** The fastest that this computer can send; null if unknown. */
    public @Nullable Bandwidth interfaceSpeed;

    /** The bandwidth to which a function is limited; null if unknown. */
    public @Nullable Bandwidth functionLimit;

    /** Of a testbed on AWS; empty for none. */
    public String region = "";

    /** The testbed on this computer. */
    public StubTestbed() {
        this(THIS_COMPUTER);
    }

    public StubTestbed(String name) {
        this(name, new TestbedLimits(1000, Duration.ofMillis(500), Duration.ofMillis(30)), () -> {});
    }

    public StubTestbed(String name, TestbedLimits limits, Runnable onClose) {
        this.name = name;
        this.limits = limits;
        this.onClose = onClose;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String qualifiedName() {
        return region.isEmpty() ? name : name + " (" + region + ")";
    }

    @Override
    public Phrase label() {
        return kind() == TestbedKind.LOCAL ? Testbed.thisComputer(null) : Phrase.verbatim(name);
    }

    @Override
    public TestbedKind kind() {
        return name.equals(THIS_COMPUTER) ? TestbedKind.LOCAL : TestbedKind.AWS;
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
        return limits;
    }

    @Override
    public Optional<Phrase> rateNotice(Bandwidth rate) {
        return Optional.ofNullable(interfaceSpeed)
                .filter(speed -> rate.compareTo(speed) > 0)
                .map(speed -> Phrase.of("No more than {0}.", speed));
    }

    @Override
    public Optional<Bandwidth> functionLimit() {
        return Optional.ofNullable(functionLimit);
    }

    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>();
    }

    @Override
    public PreparedTrial prepare(Cell cell) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stopFunctions() {}

    @Override
    public void close() {
        closed = true;
        onClose.run();
    }
}
