package org.faasnetlab.testbed.aws;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What setting up a testbed would do and cost, as text for an engineer and a security reviewer. Asks AWS nothing.
 */
public final class AwsPlan {

    /** A run to have a figure for: 100 functions, 30 s of traffic, 15 s until all are ready. */
    private static final int EXAMPLE_FUNCTIONS = 100;

    private static final Duration EXAMPLE_TIME = Duration.ofSeconds(45);

    private final AwsTestbedSettings settings;
    private final PriceTable prices;

    public AwsPlan(AwsTestbedSettings settings, PriceTable prices) {
        this.settings = settings;
        this.prices = prices;
    }

    /** Resources, cost, policy and template, in this order. */
    public String text() {
        return String.join("\n", withoutTemplate(), "== The template", "", new TestbedTemplate().text());
    }

    /** Resources, cost and policy. */
    public String withoutTemplate() {
        return String.join(
                "\n",
                "== What is made: one CloudFormation stack, " + settings.stackName(),
                "",
                resources(),
                "== What it costs",
                "",
                cost(),
                "== The IAM policy that you need",
                "",
                policy());
    }

    /** A line for each kind of resource. */
    public String resources() {
        StringBuilder lines = new StringBuilder();
        line(lines, "Network", network());
        line(
                lines,
                "Servers",
                String.format(
                        Locale.ROOT,
                        "%d x %s in %s, iperf3 on TCP ports %d to %d for the functions alone; no address in the internet",
                        settings.servers(),
                        settings.serverType(),
                        settings.zone(),
                        AwsTestbedSettings.FIRST_PORT,
                        settings.lastPort()));
        if (settings.outsideServers() > 0) {
            line(
                    lines,
                    "Public servers",
                    String.format(
                            Locale.ROOT,
                            "%d x %s with public addresses, the same ports open to everyone, iperf3 behind a password",
                            settings.outsideServers(),
                            settings.serverType()));
        }
        line(
                lines,
                "Lease",
                "every server terminates itself " + settings.lease().toMinutes() + " minutes after it started");
        line(
                lines,
                "Functions",
                settings.runtime() + " on " + settings.architecture().id() + ", one inside the VPC"
                        + (settings.outsideServers() > 0 ? ", one outside" : "")
                        + "; a published version for each memory size");
        line(lines, "Bucket", "closed to the public, encrypted, emptied after a day");
        line(lines, "Roles", "servers may put one object, functions may write their log; policies are in the template");
        return lines.toString();
    }

    /** Cost per hour and for an example run, and where the prices are from. */
    public String cost() {
        TestbedCost cost = new TestbedCost(prices);
        Cost run = cost.functions(settings.architecture(), EXAMPLE_FUNCTIONS, settings.memoryMb(), EXAMPLE_TIME);
        Optional<Cost> hour = cost.hour(settings);
        StringBuilder lines = new StringBuilder();
        line(
                lines,
                "Servers",
                hour.map(one -> dollars(one) + " an hour, at most "
                                + dollars(cost.lease(settings).orElse(one)) + " until the lease ends")
                        .orElse("unknown: there is no price for " + settings.serverType()));
        line(
                lines,
                "A run",
                String.format(
                        Locale.ROOT,
                        "%s for %d functions of %,d MB that run for %d s each",
                        dollars(run),
                        EXAMPLE_FUNCTIONS,
                        settings.memoryMb(),
                        EXAMPLE_TIME.toSeconds()));
        line(
                lines,
                "Traffic",
                "free inside the zone and to S3 in the Region"
                        + (settings.outsideServers() > 0
                                ? "; to and from public addresses $0.01 a GB in each direction"
                                : ""));
        line(lines, "Prices", hour.map(run::plus).orElse(run).basis() + " Your Region and contract may differ.");
        return lines.toString();
    }

    /** The policy, a JSON document, that lets a user make, use and take away testbeds, and do no more. */
    public String policy() {
        return UserPolicy.text();
    }

    private String network() {
        AwsNetwork network = settings.network();
        if (network instanceof AwsNetwork.NewVpc own) {
            return "a new VPC " + own.vpc() + ", subnet " + own.subnet() + ", endpoint for S3; no NAT, no way out";
        }
        if (network instanceof AwsNetwork.NewSubnet own) {
            return "a new subnet " + own.subnet() + " in " + own.vpcId() + " with routes of its own, endpoint for S3";
        }
        AwsNetwork.ExistingSubnet existing = (AwsNetwork.ExistingSubnet) network;
        return existing.subnetId() + " in " + existing.vpcId()
                + (existing.endpointRouteTableId() == null
                        ? ", as it is"
                        : ", with an endpoint for S3 in " + existing.endpointRouteTableId());
    }

    private static void line(StringBuilder lines, String what, String text) {
        lines.append(String.format(Locale.ROOT, "%-16s%s%n", what, text).replace(System.lineSeparator(), "\n"));
    }

    private static String dollars(Cost cost) {
        return "$" + cost.dollars().setScale(2, RoundingMode.UP);
    }
}
