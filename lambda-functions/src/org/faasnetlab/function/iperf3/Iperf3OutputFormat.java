package org.faasnetlab.function.iperf3;

import java.util.List;

/** One way in which iperf3 prints while it runs. */
interface Iperf3OutputFormat {

    /** The options that make it print this way. */
    List<String> options();

    /** What a line says; nothing for most lines. */
    List<Iperf3Event> read(String line);
}
