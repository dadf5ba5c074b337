package org.faasnetlab.testbed.local;

import java.util.List;
import java.util.SortedMap;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.testbed.StartSignal;

/** The Lambda service on this computer. Callers invoke functions through {@link #endpoint()}. */
public interface FunctionService extends AutoCloseable {

    /** The loopback endpoint for Invoke and InvokeWithResponseStream, with the credentials to use. */
    ServiceEndpoint endpoint();

    /** Returns the function with a memory size in MB and registers it. Every size has its own sandboxes. */
    FunctionRef function(int memoryMb);

    /** The command that starts a function process; its last element is the main class. */
    List<String> command();

    /**
     * Makes functions start in another network namespace, or in that of this program again. Idle function processes of
     * the other one are terminated.
     *
     * @param entry the command that makes the program that follows a function there; empty for that of this program
     * @throws LabException if functions there could not reach this service
     */
    void enterNetwork(List<String> entry) throws LabException;

    /** Terminates every function process with a running invocation, including its children, within a second. */
    void stopFunctions();

    /** The start signal for the functions of a trial; that of an earlier trial is closed. */
    StartSignal startSignal(String run, int trial);

    /** Facts for the record of a run, for example the Java version that functions run on. */
    SortedMap<String, String> environment();

    /** Terminates all function processes and stops the service. */
    @Override
    void close();
}
