package org.faasnetlab.testbed.local;

import java.util.SortedMap;
import org.faasnetlab.invoke.FunctionRef;
import org.faasnetlab.invoke.ServiceEndpoint;

/** The Lambda service of this computer, as the testbed uses it. Whoever invokes goes through {@link #endpoint()}. */
public interface FunctionService extends AutoCloseable {

    /** Where the AWS paths for Invoke and InvokeWithResponseStream answer, on loopback, with the keys to use. */
    ServiceEndpoint endpoint();

    /** The function at a memory size in MB; known to the service from then on. Every size keeps its own sandboxes. */
    FunctionRef function(int memoryMb);

    /** Ends every function process that runs an invocation now, with its children, within a second. */
    void stopFunctions();

    /** Facts for the record of a run, for example the Java version that functions run on. */
    SortedMap<String, String> environment();

    /** Ends all function processes and stops answering. */
    @Override
    void close();
}
