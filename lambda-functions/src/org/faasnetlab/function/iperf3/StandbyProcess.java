package org.faasnetlab.function.iperf3;

import java.io.IOException;

/** A process that waits for the word to begin. */
interface StandbyProcess extends AutoCloseable {

    /** Lets it begin; called once. */
    Process go() throws IOException;

    /** Ends it, whether it has begun or not. */
    @Override
    default void close() {}
}
