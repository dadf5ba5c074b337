package org.faasnetlab.testbed.aws.preflight;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.faasnetlab.testbed.aws.calls.AwsQueries;
import org.faasnetlab.testbed.aws.calls.QueryFailedException;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.ServerTypeFacts;

/**
 * Checks whether one group of servers can receive what the functions send; otherwise a run measures the servers. A
 * function's sustained bandwidth is 625 Mbit/s (Lambda's quota of network bandwidth per execution environment).
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
    public CheckResult check(AwsQueries aws) throws QueryFailedException {
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
        double wanted = functions * FUNCTION_GBPS;
        double steady = servers * baseline.getAsDouble();
        String text = String.format(
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
                    text
                            + (wanted > steady
                                    ? ": the servers would be the bottleneck."
                                    : ": the servers may be the bottleneck."),
                    "Use larger or more servers, or at most "
                            + (int) Math.floor(steady * COMFORTABLE_SHARE / FUNCTION_GBPS) + " functions.");
        }
        return CheckResult.ok(text + ".");
    }

    private static String gbps(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
