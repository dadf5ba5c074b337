package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.faasnetlab.format.Phrase;
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
            return CheckResult.problem(e.sentence(), e.advice());
        }
        Optional<ServerTypeFacts> facts = ServerTypeFacts.of(aws, type);
        if (facts.isEmpty() || facts.get().processors().isEmpty()) {
            return CheckResult.unknownServerType(type);
        }
        if (!facts.get().processors().contains(settings.architecture().id())) {
            return CheckResult.problem(
                    Phrase.of(
                            "{0} has architecture {1}, but the functions have {2}; both must match, as functions run the iperf3 of the servers.",
                            type,
                            String.join(", ", facts.get().processors()),
                            settings.architecture().id()),
                    Phrase.of("Choose the same architecture for both."));
        }
        return CheckResult.ok(Phrase.of("Zone {0} offers instance type {1}.", settings.zone(), type));
    }

    /** Whether there is an iperf3 process for every function. Makes no request. */
    CheckResult ports(AwsQueries aws) {
        int ports = minServers(settings) * settings.portsPerServer();
        if (ports < functions) {
            return CheckResult.problem(
                    Phrase.of(
                            "{0} ports for {1} functions: each port serves one function at a time.",
                            count(ports), count(functions)),
                    Phrase.of("Use more ports or more servers."));
        }
        return CheckResult.ok(Phrase.of("{0} ports for {1} functions.", count(ports), count(functions)));
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
                    Phrase.of("EC2 does not report the bandwidth of {0}.", type),
                    Phrase.of("Choose a type with sufficient bandwidth, for example of the c6in or c7gn family."));
        }
        double eachGbps = each.bitsPerSecond() / 1e9;
        double wanted = functions * eachGbps;
        double steady = servers * baseline.getAsDouble();
        String had = gbps(steady);
        String burst = gbps(servers * peak.getAsDouble());
        String sent = gbps(wanted);
        Phrase text = servers == 1
                ? Phrase.of(
                        "{0} x {1} has {2} Gbit/s, burst {3}; {4} functions send {5} at {6} each",
                        servers, type, had, burst, count(functions), sent, each)
                : Phrase.of(
                        "{0} x {1} have {2} Gbit/s, burst {3}; {4} functions send {5} at {6} each",
                        servers, type, had, burst, count(functions), sent, each);
        if (wanted > steady * COMFORTABLE_SHARE) {
            return CheckResult.warning(
                    wanted > steady
                            ? Phrase.of("{0}: the servers would be the bottleneck.", text)
                            : Phrase.of("{0}: the servers may be the bottleneck.", text),
                    remedy(type, (int) Math.floor(steady * COMFORTABLE_SHARE / eachGbps)));
        }
        return CheckResult.ok(Phrase.of("{0}.", text));
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

    private static Phrase remedy(String type, int functions) {
        if (functions == 0) {
            return Phrase.of("Use a larger type: {0} is too small for one function.", type);
        }
        return functions == 1
                ? Phrase.of("Use larger or more servers, or at most {0} function.", functions)
                : Phrase.of("Use larger or more servers, or at most {0} functions.", functions);
    }

    private static String count(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String gbps(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
