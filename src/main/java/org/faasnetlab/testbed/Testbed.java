package org.faasnetlab.testbed;

import java.util.Optional;
import java.util.SortedMap;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.InvocationEnd;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.Workload;

/**
 * Where functions run and what they measure against. This is all in which "this computer" and AWS differ: runner,
 * invoker, function code, records, store and charts are the same on both.
 */
public interface Testbed extends AutoCloseable {

    /** Name of the testbed whose functions and servers run on this computer. */
    String THIS_COMPUTER = "This computer";

    /** Name for people, for example {@code This computer}. */
    String name();

    TestbedKind kind();

    /** Where the Lambda API answers. */
    ServiceEndpoint lambda();

    /**
     * The function at a memory size, made ready if it was not.
     *
     * @throws LabException if the size is not to be had
     */
    FunctionRef function(int memoryMb) throws LabException, InterruptedException;

    TestbedLimits limits();

    /**
     * Looks, before a run begins, whether what this kind of workload needs is there.
     *
     * @throws LabException if it is not
     */
    default void require(Workload workload) throws LabException, InterruptedException {}

    /**
     * What the end of an invocation that the service did not let through means, where the testbed can say more of it than
     * the service does: an expired sign-in, for example.
     */
    default Optional<LabException> explain(InvocationEnd end) {
        return Optional.empty();
    }

    /**
     * Facts for the record of a run, sorted by name: versions, congestion control, operating system, processor, Region
     * and the like. Never a secret.
     */
    SortedMap<String, String> environment();

    /** A new run begins: what a simulated network remembers of sandboxes that sent before is forgotten. */
    default void beginRun() {}

    /** How busy this computer is, where functions and servers run on it; elsewhere it decides nothing. */
    default BusyMeter busyMeter() {
        return BusyMeter.NONE;
    }

    /**
     * Starts servers and links and makes objects and URLs for one trial.
     *
     * @throws LabException with nothing left behind
     */
    PreparedTrial prepare(Cell cell) throws LabException, InterruptedException;

    /**
     * Stops the functions that run now, as fast as this testbed can: within 2 seconds on this computer. Does nothing
     * where none runs.
     */
    void stopFunctions();

    /** Ends everything that this testbed runs on this computer. What stands in an account stays. */
    @Override
    void close();
}
