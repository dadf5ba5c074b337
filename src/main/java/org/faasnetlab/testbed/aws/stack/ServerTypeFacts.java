package org.faasnetlab.testbed.aws.stack;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.NetworkCardInfo;

/**
 * Properties of an EC2 instance type.
 *
 * @param vcpus number of virtual CPUs
 * @param processors names of its architectures, for example {@code x86_64}
 * @param baselineGbps sustained network bandwidth in Gbit/s, all network cards together; empty if EC2 does not report
 *     it
 * @param peakGbps burst network bandwidth in Gbit/s; empty if EC2 does not report it
 */
public record ServerTypeFacts(
        int vcpus, List<String> processors, OptionalDouble baselineGbps, OptionalDouble peakGbps) {

    private static final double GATEWAY_GBPS = 5;

    /** Queries EC2; empty if it has no such type. */
    public static Optional<ServerTypeFacts> of(AwsQueries aws, String name) throws QueryFailedException {
        List<InstanceTypeInfo> answer = aws.query(
                "ec2:DescribeInstanceTypes",
                Ec2Client.builder(),
                ec2 -> ec2.describeInstanceTypes(request -> request.instanceTypesWithStrings(name))
                        .instanceTypes());
        return answer.stream()
                .filter(type -> type.vCpuInfo() != null && type.vCpuInfo().defaultVCpus() != null)
                .map(type -> new ServerTypeFacts(
                        type.vCpuInfo().defaultVCpus(),
                        type.processorInfo() == null
                                ? List.of()
                                : type.processorInfo().supportedArchitecturesAsStrings(),
                        sum(type, NetworkCardInfo::baselineBandwidthInGbps),
                        sum(type, NetworkCardInfo::peakBandwidthInGbps)))
                .findFirst();
    }

    /**
     * The part of a bandwidth that functions can use. Through an internet gateway a server with fewer than 32 vCPUs has
     * 5 Gbit/s, a larger one half its bandwidth or 5 Gbit/s, whichever is more (EC2's guide, network bandwidth of
     * instances).
     *
     * @param outside whether functions reach the server through an internet gateway
     */
    public OptionalDouble usableBandwidth(OptionalDouble gbps, boolean outside) {
        if (!outside || gbps.isEmpty()) {
            return gbps;
        }
        double most = vcpus < 32 ? GATEWAY_GBPS : Math.max(GATEWAY_GBPS, gbps.getAsDouble() / 2);
        return OptionalDouble.of(Math.min(most, gbps.getAsDouble()));
    }

    private static OptionalDouble sum(InstanceTypeInfo type, Function<NetworkCardInfo, Double> part) {
        List<NetworkCardInfo> cards =
                type.networkInfo() == null ? List.of() : type.networkInfo().networkCards();
        if (cards.isEmpty() || cards.stream().anyMatch(card -> part.apply(card) == null)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(cards.stream()
                .flatMapToDouble(card -> DoubleStream.of(part.apply(card)))
                .sum());
    }
}
