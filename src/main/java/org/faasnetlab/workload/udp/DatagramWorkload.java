package org.faasnetlab.workload.udp;

import java.net.URI;
import org.faasnetlab.measure.Direction;
import org.faasnetlab.protocol.Task;
import org.faasnetlab.workload.Workload;
import org.jspecify.annotations.Nullable;

/** A workload that sends datagrams between each function and an iperf3 server of its own. */
public interface DatagramWorkload extends Workload {
    /**
     * The task of a function.
     *
     * @param port of its server, which no other function uses
     * @param direction of this function, in a trial that may have both
     * @param programUrl from which the function downloads iperf3; null if it is installed there
     */
    Task task(String host, int port, Direction direction, @Nullable URI programUrl);
}
