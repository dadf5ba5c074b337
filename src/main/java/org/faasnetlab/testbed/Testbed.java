package org.faasnetlab.testbed;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.protocol.FunctionRequest;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/**
 * Where functions run, and the servers and storage they measure against. It covers all differences between "this
 * computer" and AWS: runner, invoker, function code, records, store and charts are the same on both.
 */
public interface Testbed extends AutoCloseable {

    /** Name of the testbed whose functions and servers run on this computer. */
    String THIS_COMPUTER = "This computer";

    /** Fact in the environment of a run: the iperf3 servers of the user, on which nothing was recorded. */
    String EXTERNAL_SERVER = "iperf3.server";

    /** The name in English, for example {@code This computer}. */
    String name();

    /** The name with what tells it from another testbed of the same name: the Region, for one on AWS. */
    default String qualifiedName() {
        return name();
    }

    /** The name in the language of the user; those on AWS have the name that their users gave them. */
    default Phrase label() {
        return Phrase.verbatim(name());
    }

    /**
     * The name of the testbed whose functions run on this computer.
     *
     * @param server of the user, against which they measure; null for the testbed's own servers
     */
    static Phrase thisComputer(@Nullable String server) {
        Phrase here = Phrase.named("testbed.local", THIS_COMPUTER);
        return server == null ? here : Phrase.of("{0} against {1}", here, server);
    }

    TestbedKind kind();

    /** The endpoint of the Lambda API. */
    ServiceEndpoint lambda();

    /**
     * Returns the function with a memory size and creates it if necessary.
     *
     * @throws LabException if the size is unavailable
     */
    FunctionRef function(int memoryMb) throws LabException, InterruptedException;

    TestbedLimits limits();

    /**
     * Checks, before a run starts, that the prerequisites of this workload are met.
     *
     * @throws LabException if they are not
     */
    default void require(Workload workload) throws LabException, InterruptedException {}

    /**
     * Checks, before a run starts, that the network of its cells can be made.
     *
     * @param first a cell of the run, all of which have the same network
     * @throws LabException if it cannot
     */
    default void requireNetwork(Cell first) throws LabException, InterruptedException {}

    /**
     * A notice before all functions together send, or are sent, datagrams at a rate that this computer cannot reach; empty if it can, or if
     * that is unknown.
     */
    default Optional<Phrase> rateNotice(Bandwidth rate) {
        return Optional.empty();
    }

    /** The bandwidth to which the provider limits a function of any memory size, after its burst; empty if there is none or it is unknown. */
    default Optional<Bandwidth> functionLimit() {
        return Optional.empty();
    }

    /**
     * Explains the end of a rejected invocation, if the testbed knows more than the service reports: an expired
     * sign-in, for example.
     */
    default Optional<LabException> explain(InvocationEnd end) {
        return Optional.empty();
    }

    /**
     * Facts for the record of a run, sorted by name: versions, congestion control, operating system, processor, Region
     * and the like. Never a secret.
     */
    SortedMap<String, String> environment();

    /**
     * Reserves the testbed for one run, before it starts.
     *
     * @param expected estimated duration of the run
     * @throws LabException if somebody else measures, or the testbed ends before the run would
     */
    default Reservation reserve(Duration expected) throws LabException, InterruptedException {
        return () -> {};
    }

    /** The use of a testbed by one run; closing it releases the testbed. */
    @FunctionalInterface
    interface Reservation extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * The signal for the functions of a trial, which are then invoked with {@link FunctionRequest#awaitStart}; empty if
     * the testbed can tell them a start time only in their event. The caller closes it.
     */
    default Optional<StartSignal> startSignal(String run, int trial) {
        return Optional.empty();
    }

    /** Called at the start of a run: resets the state of a simulated network, such as burst buckets of sandboxes. */
    default void beginRun() {}

    /** Measures the utilization of this computer, if functions and servers run on it; otherwise it has no values. */
    default BusyMeter busyMeter() {
        return BusyMeter.NONE;
    }

    /**
     * Starts servers and links and creates objects and URLs for one trial.
     *
     * @throws LabException if that fails; everything that was created is deleted again
     */
    PreparedTrial prepare(Cell cell) throws LabException, InterruptedException;

    /**
     * Stops the running functions as fast as this testbed can: within 2 seconds on this computer. Does nothing if none
     * is running.
     */
    void stopFunctions();

    /** Stops everything that this testbed runs on this computer. Resources in an AWS account are not deleted. */
    @Override
    void close();
}
