package org.faasnetlab.function.iperf3;

import java.io.IOException;

/** A process that waits for {@link #release} before it starts its work. */
interface StandbyProcess extends AutoCloseable {

    /** Its command line, as a shell would accept it. */
    String command();

    /** Releases the process; must be called at most once. */
    Process release() throws IOException;

    /** Whether the process has ended without being released. */
    default boolean hasEnded() {
        return false;
    }

    /** Terminates the process, whether it was released or not. */
    @Override
    default void close() {}
}
