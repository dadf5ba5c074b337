package org.faasnetlab.function.iperf3;

import java.util.List;

/** An output format of iperf3. */
interface Iperf3OutputFormat {

    /** The command-line options that select this format. */
    List<String> options();

    /** Lines of a short test in this format, for {@link Iperf3Attempt#rehearse}; empty if there is no example. */
    default List<String> example() {
        return List.of();
    }

    /** Parses a line into events; most lines have none. */
    List<Iperf3Event> read(String line);
}
