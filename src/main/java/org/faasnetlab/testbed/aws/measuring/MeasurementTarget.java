package org.faasnetlab.testbed.aws.measuring;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.LabException;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.protocol.ProbeTarget;
import org.faasnetlab.testbed.TrialConditions;
import org.faasnetlab.workload.Cell;
import org.faasnetlab.workload.latency.ProbeSetting;
import org.jspecify.annotations.Nullable;

/**
 * What a measurement needs to know of an existing testbed. The function outside the VPC is a target of its own, with
 * the servers that have public addresses.
 *
 * @param name display name
 * @param lambda endpoint of Lambda
 * @param s3 endpoint of S3 for this program and for functions
 * @param function name of the function
 * @param concurrency number of functions that the account can run concurrently, at least 1
 * @param responseMode how Lambda returns responses in this Region and account
 * @param servers at least one
 * @param bucket the testbed's bucket
 * @param iperf3Key key of the servers' iperf3 in the bucket
 * @param serverLimit sustained bandwidth of all servers together, or null if unknown
 * @param functionCap Lambda's limit of a function of any memory size after its burst, or null if it is unknown
 * @param insideVpc whether the function is attached to a VPC
 * @param user name of the user or role that measures, for other users of the testbed
 * @param environment Region, instance type, versions and the like, stored with every run; never a secret
 */
public record MeasurementTarget(
        String name,
        ServiceEndpoint lambda,
        ServiceEndpoint s3,
        String function,
        int concurrency,
        ResponseMode responseMode,
        List<Iperf3Host> servers,
        String bucket,
        String iperf3Key,
        @Nullable Bandwidth serverLimit,
        @Nullable Bandwidth functionCap,
        boolean insideVpc,
        String user,
        SortedMap<String, String> environment) {

    public MeasurementTarget {
        if (concurrency < 1) {
            throw new IllegalArgumentException("at least one function can run, not " + concurrency);
        }
        servers = List.copyOf(servers);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /**
     * Conditions of every trial on this target.
     *
     * @param withServers whether the servers take part in the trial
     */
    TrialConditions trialConditions(boolean withServers) {
        return new TrialConditions(withServers ? serverLimit : null, functionCap, insideVpc);
    }

    /**
     * An iperf3 port for each function.
     *
     * @throws LabException if there are more functions than ports
     */
    List<ServerPort> portsFor(int functions) throws LabException {
        if (functions > ports()) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of(
                            "{0} functions require as many iperf3 ports, but the servers have {1}.",
                            functions, ports()),
                    Phrase.of(
                            "Set functions to at most {0}, or create a testbed with more servers or ports.", ports()));
        }
        return ServerPort.assign(servers, functions);
    }

    /**
     * Where the functions of a cell send latency probes: to the server of their iperf3 port, or of the one that they would have.
     *
     * @return by function index; empty without probes
     * @throws LabException if there are more functions than ports, for which the echo servers are made
     */
    List<ProbeTarget> probes(Cell cell) throws LabException {
        Integer interval = cell.workload().probeMs();
        if (interval == null) {
            return List.of();
        }
        if (cell.functions() > ports()) {
            throw new LabException(
                    LabException.Kind.FAILED,
                    Phrase.of(
                            "The servers answer latency probes of {0} functions, one for each iperf3 port, not of {1}.",
                            ports(), cell.functions()),
                    Phrase.of(
                            "Set functions to at most {0} or probe to off, or create a testbed with more servers or ports.",
                            ports()));
        }
        return ServerPort.assign(servers, cell.functions()).stream()
                .map(ServerPort::server)
                .map(server -> new ProbeTarget(
                        server.address(),
                        server.echoPort(),
                        null,
                        interval,
                        Math.toIntExact(ProbeSetting.IDLE.toMillis())))
                .toList();
    }

    /** Number of functions that the servers serve concurrently. */
    public int ports() {
        return servers.stream().mapToInt(Iperf3Host::ports).sum();
    }
}
