package org.faasnetlab.testbed.aws.measuring;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.invoke.ResponseMode;
import org.faasnetlab.invoke.ServiceEndpoint;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.TrialConditions;
import org.jspecify.annotations.Nullable;

/**
 * A testbed that stands, as far as measuring has to know it. A function outside the VPC is a testbed of its own, with
 * the servers that have public addresses.
 *
 * @param name name for people
 * @param lambda where the Lambda API answers
 * @param s3 where S3 answers, for this program and for functions
 * @param function name of the function
 * @param concurrency functions that the account lets run at once, at least 1
 * @param responseMode how Lambda gives answers in this Region and account
 * @param servers at least one
 * @param bucket the testbed's bucket
 * @param iperf3Key key of the servers' iperf3 in it
 * @param serverLimit what the servers' network links carry together for as long as one likes, or null if not known
 * @param insideVpc whether the function is attached to a VPC
 * @param environment Region, instance type, versions and the like, for the record of every run; never a secret
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
        boolean insideVpc,
        SortedMap<String, String> environment) {

    /**
     * Lambda's quota "network bandwidth per execution environment". Outside a VPC it can be raised, so that nothing is
     * known there.
     */
    private static final Bandwidth VPC_FUNCTION_CAP = Bandwidth.ofMegabits(625);

    public MeasurementTarget {
        if (concurrency < 1) {
            throw new IllegalArgumentException("at least one function can run, not " + concurrency);
        }
        servers = List.copyOf(servers);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /**
     * What is known of every trial.
     *
     * @param withServers whether the servers take part in it
     */
    TrialConditions trialConditions(boolean withServers) {
        return new TrialConditions(withServers ? serverLimit : null, insideVpc ? VPC_FUNCTION_CAP : null, insideVpc);
    }

    /** Functions that the servers serve at once. */
    public int ports() {
        return servers.stream().mapToInt(Iperf3Host::ports).sum();
    }
}
