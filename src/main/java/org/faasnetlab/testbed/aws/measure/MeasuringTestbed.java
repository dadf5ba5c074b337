package org.faasnetlab.testbed.aws.measure;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.faasnetlab.invoke.AnswerMode;
import org.faasnetlab.invoke.ServiceEndpoint;

/**
 * A testbed that stands, as far as measuring has to know it. A function outside the VPC is a testbed of its own, with
 * the servers that have public addresses.
 *
 * @param name name for people
 * @param lambda where the Lambda API answers
 * @param s3 where S3 answers, for this program and for functions
 * @param function name of the function
 * @param concurrency functions that the account lets run at once, at least 1
 * @param answers how Lambda gives answers in this Region and account
 * @param servers at least one
 * @param bucket the testbed's bucket
 * @param iperf3Key key of the servers' iperf3 in it
 * @param facts Region, instance type, versions and the like, for the record of every run; never a secret
 */
public record MeasuringTestbed(
        String name,
        ServiceEndpoint lambda,
        ServiceEndpoint s3,
        String function,
        int concurrency,
        AnswerMode answers,
        List<Iperf3Host> servers,
        String bucket,
        String iperf3Key,
        SortedMap<String, String> facts) {

    public MeasuringTestbed {
        if (concurrency < 1) {
            throw new IllegalArgumentException("at least one function can run, not " + concurrency);
        }
        servers = List.copyOf(servers);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** Functions that the servers serve at once. */
    public int ports() {
        return servers.stream().mapToInt(Iperf3Host::ports).sum();
    }
}
