package org.faasnetlab.testbed.aws.creation;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.faasnetlab.testbed.aws.policy.PolicyNotes;
import org.faasnetlab.testbed.aws.policy.SecurityReview;
import org.faasnetlab.testbed.aws.policy.TwoColumnText;
import org.faasnetlab.testbed.aws.policy.UserPolicy;
import org.faasnetlab.testbed.aws.pricing.Cost;
import org.faasnetlab.testbed.aws.pricing.PriceTable;
import org.faasnetlab.testbed.aws.pricing.TestbedCost;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.stack.FunctionBandwidthQuota;
import org.faasnetlab.testbed.aws.stack.TestbedTemplate;

/**
 * Describes what creating a testbed would do and cost, as text for an engineer and a security reviewer. Makes no
 * request.
 */
public final class CreationPlan {

    /** Of each function in the run whose cost is shown: 30 s of traffic, 15 s until all are ready. */
    private static final Duration RUN_TIME = Duration.ofSeconds(45);

    private static final Duration TRAFFIC_TIME = Duration.ofSeconds(30);

    private final AwsTestbedSettings settings;
    private final int functions;
    private final String region;
    private final PriceTable prices;
    private final List<Integer> memorySizes;
    private final boolean zoneIsOpen;

    /**
     * A plan for functions with the memory size of the settings.
     *
     * @param functions number of functions that shall run concurrently
     * @param region ID of the Region
     */
    public CreationPlan(AwsTestbedSettings settings, int functions, String region, PriceTable prices) {
        this(settings, functions, region, prices, List.of(settings.memoryMb()), false);
    }

    private CreationPlan(
            AwsTestbedSettings settings,
            int functions,
            String region,
            PriceTable prices,
            List<Integer> memorySizes,
            boolean zoneIsOpen) {
        this.settings = settings;
        this.functions = functions;
        this.region = region;
        this.prices = prices;
        this.memorySizes = List.copyOf(memorySizes);
        this.zoneIsOpen = zoneIsOpen;
    }

    /** The plan for functions with these memory sizes in MB, one run with each. */
    public CreationPlan withMemorySizes(List<Integer> sizes) {
        return new CreationPlan(settings, functions, region, prices, sizes, zoneIsOpen);
    }

    /** The plan of a testbed whose zone is chosen only when it is created. */
    public CreationPlan withOpenZone() {
        return new CreationPlan(settings, functions, region, prices, memorySizes, true);
    }

    /** The whole plan, with the policy and then the template. */
    public String text() {
        return String.join("\n", text(true), "== CloudFormation template", "", new TestbedTemplate().text());
    }

    /**
     * The plan without the template.
     *
     * @param withPolicy whether the policy follows the reasons for its statements
     */
    public String text(boolean withPolicy) {
        List<String> parts = new ArrayList<>(List.of(
                "== Resources: one CloudFormation stack, " + settings.stackName(),
                "",
                TwoColumnText.wrapped(resources()),
                "== Exposure and permissions",
                "",
                TwoColumnText.wrapped(new SecurityReview(settings).networkAccess()),
                "== Retention and deletion",
                "",
                TwoColumnText.wrapped(new SecurityReview(settings).retainedResources()),
                "== Cost",
                "",
                TwoColumnText.wrapped(cost()),
                "== Reason for each statement of the IAM policy",
                "",
                TwoColumnText.wrapped(PolicyNotes.text(settings.permissionsBoundary()) + "\n"
                        + PolicyNotes.warning(settings.permissionsBoundary()))));
        if (withPolicy) {
            parts.addAll(List.of("== IAM policy", "", policy()));
        }
        return String.join("\n", parts);
    }

    /** One line for each kind of resource. */
    public String resources() {
        TwoColumnText lines = new TwoColumnText();
        lines.add("Network", network());
        lines.add(
                "Servers",
                String.format(
                        Locale.ROOT,
                        "%d x %s in %s, iperf3 on TCP ports %d to %d, one for each function%s; no public addresses",
                        settings.servers(),
                        settings.serverType(),
                        zoneIsOpen ? "the first zone of " + region + " that offers it" : settings.zone(),
                        AwsTestbedSettings.FIRST_PORT,
                        settings.lastPort(),
                        tooFew(settings.servers())));
        if (settings.outsideServers() > 0) {
            lines.add(
                    "Public servers",
                    String.format(
                            Locale.ROOT,
                            "%d x %s with public addresses, for the function outside the VPC%s",
                            settings.outsideServers(),
                            settings.serverType(),
                            tooFew(settings.outsideServers())));
        }
        lines.add(
                "Lease", "every server terminates itself " + settings.lease().toMinutes() + " minutes after it starts");
        lines.add(
                "Functions",
                settings.runtime() + " on " + settings.architecture().id() + ", one inside the VPC"
                        + (settings.outsideServers() > 0 ? ", one outside" : "")
                        + "; one published version for each memory size");
        lines.add("Bucket", "private, encrypted with S3 keys, TLS only, objects expire after one to two days");
        lines.add(
                "Roles",
                "one for the servers, one for each function; see the template for their policies"
                        + (settings.permissionsBoundary() == null
                                ? ""
                                : "; permissions boundary " + settings.permissionsBoundary()));
        if (!settings.tags().isEmpty()) {
            lines.add(
                    "Tags",
                    settings.tags().entrySet().stream()
                            .map(tag -> tag.getKey() + "=" + tag.getValue())
                            .collect(Collectors.joining(
                                    ", ", "", "; on the stack, its resources and the servers' disks")));
        }
        return lines.text();
    }

    /** Cost per hour and of a run with all functions, and the sources of the prices. */
    public String cost() {
        TwoColumnText lines = new TwoColumnText();
        if (!PriceTable.covers(region)) {
            return lines.add("Cost", "unknown: the price list of AWS China is not available to this program")
                    .text();
        }
        TestbedCost cost = new TestbedCost(prices);
        Cost run = Cost.NOTHING;
        List<String> runs = new ArrayList<>();
        for (int size : memorySizes) {
            Cost each = cost.functions(settings.architecture(), functions, size, RUN_TIME);
            run = run.plus(each);
            runs.add(String.format(Locale.ROOT, "%s with %,d MB", dollars(each), size));
        }
        Optional<Cost> hour = cost.hour(settings);
        Cost all = hour.map(run::plus).orElse(run);
        lines.add(
                "Servers",
                hour.map(sum -> dollars(sum) + " per hour, idle or not; at most "
                                + dollars(cost.lease(settings).orElse(sum)) + " until the lease expires")
                        .orElse("unknown: no price available for " + settings.serverType()
                                + "; the preflight checks verify whether this type exists"));
        lines.add(
                "Run",
                String.format(
                        Locale.ROOT,
                        "%s, %d s each: %d s of traffic, 15 s until all are ready",
                        runs.size() == 1
                                ? runs.get(0).replace(" with ", " for " + countedFunctions() + " with ")
                                : "for " + countedFunctions() + ": " + String.join(", ", runs),
                        RUN_TIME.toSeconds(),
                        TRAFFIC_TIME.toSeconds()));
        lines.add(
                "Traffic",
                "free within the zone and to S3 in the Region"
                        + (usesExistingS3Route()
                                ? "; charged per GB if your subnet reaches S3 through a NAT gateway"
                                : "")
                        + (settings.outsideServers() > 0
                                ? "; $0.01 per GB in each direction to and from public addresses: " + publicTraffic()
                                : ""));
        lines.add("Basis", all.basis() + (all.ofAws() ? "" : " Prices in your Region may differ."));
        return lines.text();
    }

    private String publicTraffic() {
        double gigabytes =
                functions * FunctionBandwidthQuota.DEFAULT.bitsPerSecond() / 8 * TRAFFIC_TIME.toSeconds() / 1e9;
        return String.format(
                Locale.ROOT,
                "about $%.2f for %,.0f GB, if %s transfer %s for %d s; more if the quota of bandwidth was raised",
                Math.ceil(gigabytes) / 100,
                Math.ceil(gigabytes),
                countedFunctions(),
                FunctionBandwidthQuota.DEFAULT,
                TRAFFIC_TIME.toSeconds());
    }

    private String countedFunctions() {
        return functions == 1 ? "1 function" : String.format(Locale.ROOT, "%,d functions", functions);
    }

    /** What is wrong with the number of ports; empty if it suffices. */
    private String tooFew(int servers) {
        int ports = servers * settings.portsPerServer();
        return ports >= functions
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (only %,d ports for %s: a larger iperf3 trial is rejected; use more servers or ports)",
                        ports,
                        countedFunctions());
    }

    /** The IAM policy as a JSON document: it allows a user to create, use and delete testbeds, and nothing else. */
    public String policy() {
        return UserPolicy.text(region, settings.permissionsBoundary());
    }

    private boolean usesExistingS3Route() {
        return settings.network().map(own -> false, own -> false, existing -> existing.endpointRouteTableId() == null);
    }

    private String network() {
        return settings.network()
                .map(
                        own -> "new VPC " + own.vpc() + ", subnet " + own.subnet()
                                + ", S3 gateway endpoint; no NAT gateway"
                                + (settings.outsideServers() > 0
                                        ? "; subnet " + own.publicSubnet()
                                                + " with an internet gateway for the public servers"
                                        : ", no internet gateway"),
                        own -> "new subnet " + own.subnet() + " in " + own.vpcId()
                                + " with its own route table, S3 gateway endpoint",
                        existing -> existing.subnetId() + " in " + existing.vpcId()
                                + (existing.endpointRouteTableId() == null
                                        ? ", unchanged"
                                        : ", unchanged except for an S3 gateway endpoint in "
                                                + existing.endpointRouteTableId()));
    }

    private static String dollars(Cost cost) {
        return "$" + cost.dollars().setScale(2, RoundingMode.UP);
    }
}
