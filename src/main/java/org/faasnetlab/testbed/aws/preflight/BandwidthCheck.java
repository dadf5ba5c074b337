package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerTypeFacts;

/**
 * Whether one group of servers can take what the functions send: otherwise the servers are measured. A function has 625
 * Mbit/s for as long as one likes (Lambda's quota of network bandwidth for an execution environment).
 */
final class BandwidthCheck implements PreflightCheck {

    private static final double FUNCTION_GBPS = 0.625;
    private static final double COMFORTABLE_SHARE = 0.8;

    private final String type;
    private final int servers;
    private final boolean outside;
    private final int functions;

    private BandwidthCheck(String type, int servers, boolean outside, int functions) {
        this.type = type;
        this.servers = servers;
        this.outside = outside;
        this.functions = functions;
    }

    static BandwidthCheck inside(AwsTestbedSettings settings, int functions) {
        return new BandwidthCheck(settings.serverType(), settings.servers(), false, functions);
    }

    static BandwidthCheck outside(AwsTestbedSettings settings, int functions) {
        return new BandwidthCheck(settings.serverType(), settings.outsideServers(), true, functions);
    }

    @Override
    public CheckResult look(AwsQueries aws) throws QueryFailedException {
        Optional<ServerTypeFacts> facts = ServerTypeFacts.of(aws, type);
        if (facts.isEmpty()) {
            return CheckResult.unknownServerType(type);
        }
        OptionalDouble baseline = facts.get().reachable(facts.get().baselineGbps(), outside);
        OptionalDouble peak = facts.get().reachable(facts.get().peakGbps(), outside);
        if (baseline.isEmpty() || peak.isEmpty()) {
            return CheckResult.unknown(
                    "EC2 does not report the bandwidth of " + type + ".",
                    "Choose a type with sufficient bandwidth, for example of the c6in or c7gn family.");
        }
        double wanted = functions * FUNCTION_GBPS;
        double steady = servers * baseline.getAsDouble();
        String said = String.format(
                Locale.ROOT,
                "%d x %s %s %s Gbit/s, burst %s; %,d functions send %s at 625 Mbit/s each",
                servers,
                type,
                servers == 1 ? "has" : "have",
                gbps(steady),
                gbps(servers * peak.getAsDouble()),
                functions,
                gbps(wanted));
        if (wanted > steady * COMFORTABLE_SHARE) {
            return CheckResult.warning(
                    said
                            + (wanted > steady
                                    ? ": the servers would be the bottleneck."
                                    : ": the servers may be the bottleneck."),
                    "Use larger or more servers, or at most "
                            + (int) Math.floor(steady * COMFORTABLE_SHARE / FUNCTION_GBPS) + " functions.");
        }
        return CheckResult.ok(said + ".");
    }

    private static String gbps(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
