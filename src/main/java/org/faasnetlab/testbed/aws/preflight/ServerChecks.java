package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.faasnetlab.measure.Bandwidth;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.FunctionBandwidthQuota;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.faasnetlab.testbed.aws.stack.ServerTypeFacts;
import org.faasnetlab.testbed.aws.stack.ServerTypes;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Checks whether the servers exist in the zone and can serve the functions. */
final class ServerChecks {
    private static final double COMFORTABLE_SHARE = 0.8;

    private final AwsTestbedSettings settings;
    private final int functions;

    ServerChecks(AwsTestbedSettings settings, int functions) {
        this.settings = settings;
        this.functions = functions;
    }

    /** Whether the zone offers the instance type, and the type has the functions' architecture. */
    CheckResult type(AwsQueries aws) throws QueryFailedException {
        String type = settings.serverType();
        try {
            ServerTypes.requireOffered(settings, aws.region(), zonesOffering(type, aws));
        } catch (InvalidTestbedSettingException e) {
            return CheckResult.problem(String.valueOf(e.getMessage()), e.nextStep());
        }
        Optional<ServerTypeFacts> facts = ServerTypeFacts.of(aws, type);
        if (facts.isEmpty() || facts.get().processors().isEmpty()) {
            return CheckResult.unknownServerType(type);
        }
        if (!facts.get().processors().contains(settings.architecture().id())) {
            return CheckResult.problem(
                    type + " has architecture "
                            + String.join(", ", facts.get().processors()) + ", but the functions have "
                            + settings.architecture().id()
                            + "; both must match, as functions run the iperf3 of the servers.",
                    "Choose the same architecture for both.");
        }
        return CheckResult.ok("Zone " + settings.zone() + " offers instance type " + type + ".");
    }

    /** Whether there is an iperf3 process for every function. Makes no request. */
    CheckResult ports(AwsQueries aws) {
        int ports = minServers(settings) * settings.portsPerServer();
        String counted = String.format(Locale.ROOT, "%,d ports for %,d functions", ports, functions);
        if (ports < functions) {
            return CheckResult.problem(
                    counted + ": each port serves one function at a time.", "Use more ports or more servers.");
        }
        return CheckResult.ok(counted + ".");
    }

    /** Bandwidth of the servers inside the VPC. */
    CheckResult bandwidth(AwsQueries aws) throws QueryFailedException {
        return bandwidth(aws, settings.servers(), FunctionBandwidthQuota.DEFAULT, false);
    }

    /** Bandwidth of the servers with public addresses. */
    CheckResult publicBandwidth(AwsQueries aws) throws QueryFailedException {
        return bandwidth(aws, settings.outsideServers(), outsideFunction(aws), true);
    }

    /** What a function outside the VPC can send at most; the default of accounts if the account's quota is unknown. */
    private Bandwidth outsideFunction(AwsQueries aws) {
        try {
            return FunctionBandwidthQuota.of(aws)
                    .map(quota -> quota.upperBound(settings.memoryMb()))
                    .orElse(FunctionBandwidthQuota.DEFAULT);
        } catch (QueryFailedException e) {
            return FunctionBandwidthQuota.DEFAULT; // the check of the quota itself reports why
        }
    }

    /**
     * Compares one group of servers with what the functions send; with too little bandwidth, a run measures the servers.
     *
     * @param each sustained bandwidth of a function, at most
     */
    private CheckResult bandwidth(AwsQueries aws, int servers, Bandwidth each, boolean outside)
            throws QueryFailedException {
        String type = settings.serverType();
        Optional<ServerTypeFacts> facts = ServerTypeFacts.of(aws, type);
        if (facts.isEmpty()) {
            return CheckResult.unknownServerType(type);
        }
        OptionalDouble baseline = facts.get().usableBandwidth(facts.get().baselineGbps(), outside);
        OptionalDouble peak = facts.get().usableBandwidth(facts.get().peakGbps(), outside);
        if (baseline.isEmpty() || peak.isEmpty()) {
            return CheckResult.unknown(
                    "EC2 does not report the bandwidth of " + type + ".",
                    "Choose a type with sufficient bandwidth, for example of the c6in or c7gn family.");
        }
        double eachGbps = each.bitsPerSecond() / 1e9;
        double wanted = functions * eachGbps;
        double steady = servers * baseline.getAsDouble();
        String text = String.format(
                Locale.ROOT,
                "%d x %s %s %s Gbit/s, burst %s; %,d functions send %s at %s each",
                servers,
                type,
                servers == 1 ? "has" : "have",
                gbps(steady),
                gbps(servers * peak.getAsDouble()),
                functions,
                gbps(wanted),
                each);
        if (wanted > steady * COMFORTABLE_SHARE) {
            return CheckResult.warning(
                    text
                            + (wanted > steady
                                    ? ": the servers would be the bottleneck."
                                    : ": the servers may be the bottleneck."),
                    remedy(type, (int) Math.floor(steady * COMFORTABLE_SHARE / eachGbps)));
        }
        return CheckResult.ok(text + ".");
    }

    /** A run uses either the servers inside the VPC or those outside, so the smaller group must suffice. */
    private static int minServers(AwsTestbedSettings settings) {
        return settings.outsideServers() == 0
                ? settings.servers()
                : Math.min(settings.servers(), settings.outsideServers());
    }

    private static List<String> zonesOffering(String type, AwsQueries aws) throws QueryFailedException {
        return aws.query("ec2:DescribeInstanceTypeOfferings", Ec2Client.builder(), ec2 -> ServerTypes.zones(ec2, type));
    }

    private static String remedy(String type, int functions) {
        return functions == 0
                ? "Use a larger type: " + type + " is too small for one function."
                : "Use larger or more servers, or at most " + functions
                        + (functions == 1 ? " function." : " functions.");
    }

    private static String gbps(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
