package org.faasnetlab.testbed.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what AWS would refuse in a testbed's settings, before AWS is asked. */
public final class SettingsCheck {

    private static final Pattern NAME = Pattern.compile("[a-z](-?[a-z0-9])*");
    private static final Pattern SERVER_TYPE = Pattern.compile("[a-z0-9-]+\\.[a-z0-9-]+");
    private static final Pattern ZONE = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(15);
    private static final Duration LONGEST_LEASE = Duration.ofHours(24);

    private final List<BadTestbedSettingException> found = new ArrayList<>();

    private SettingsCheck() {}

    /** Everything that is wrong, in the order of the settings; empty if nothing is. */
    public static List<BadTestbedSettingException> check(AwsTestbedSettings settings) {
        SettingsCheck check = new SettingsCheck();
        check.all(settings);
        return List.copyOf(check.found);
    }

    /** @throws BadTestbedSettingException the first of what is wrong */
    public static void require(AwsTestbedSettings settings) throws BadTestbedSettingException {
        throwFirst(check(settings));
    }

    /** Whether this can name a testbed. What else a user may type, such as *, has a meaning in AWS's filters. */
    public static void requireName(String name) throws BadTestbedSettingException {
        SettingsCheck check = new SettingsCheck();
        check.name(name);
        throwFirst(check.found);
    }

    /** Whether the settings can be used in a Region, too. */
    public static void require(AwsTestbedSettings settings, String region) throws BadTestbedSettingException {
        SettingsCheck check = new SettingsCheck();
        check.all(settings);
        check.expect(
                settings.zone().startsWith(region),
                "zone",
                "The zone " + settings.zone() + " is not in the Region " + region + ".",
                "Choose a zone such as " + region + "a, or the zone's Region.");
        throwFirst(check.found);
    }

    private static void throwFirst(List<BadTestbedSettingException> found) throws BadTestbedSettingException {
        if (!found.isEmpty()) {
            throw found.get(0);
        }
    }

    private void name(String name) {
        expect(
                name.length() <= 24 && NAME.matcher(name).matches(),
                "name",
                "'" + name + "' cannot name a testbed.",
                "Use up to 24 small letters, digits and single hyphens, a letter first.");
    }

    private void all(AwsTestbedSettings settings) {
        name(settings.name());
        within("servers", "The number of servers cannot be %,d.", settings.servers(), 1, 8);
        within(
                "outsideServers",
                "The number of servers with public addresses cannot be %,d.",
                settings.outsideServers(),
                0,
                4);
        within("portsPerServer", "The number of ports of a server cannot be %,d.", settings.portsPerServer(), 1, 1000);
        expect(
                SERVER_TYPE.matcher(settings.serverType()).matches(),
                "serverType",
                "'" + settings.serverType() + "' is not an instance type.",
                "Write it like c6in.xlarge.");
        expect(
                ZONE.matcher(settings.zone()).matches(),
                "zone",
                "'" + settings.zone() + "' is not an Availability Zone.",
                "Write it like eu-central-1a.");
        network(settings);
        expect(
                settings.lease().compareTo(SHORTEST_LEASE) >= 0
                        && settings.lease().compareTo(LONGEST_LEASE) <= 0,
                "lease",
                "The servers' lease cannot be " + settings.lease().toMinutes() + " minutes.",
                "Choose 15 minutes to 24 hours.");
        expect(
                settings.runtime().equals("java21") || settings.runtime().equals("java25"),
                "runtime",
                "'" + settings.runtime() + "' is not a runtime that the functions know.",
                "Choose java21 or java25.");
        within("memoryMb", "The memory of a function cannot be %,d MB.", settings.memoryMb(), 128, 10_240);
    }

    private void network(AwsTestbedSettings settings) {
        AwsNetwork network = settings.network();
        if (network instanceof AwsNetwork.NewVpc own) {
            expect(
                    own.vpc().contains(own.subnet()),
                    "subnet",
                    own.subnet() + " is not inside the VPC's " + own.vpc() + ".",
                    "Choose a block inside the VPC's.");
            if (settings.outsideServers() > 0) {
                expect(
                        own.vpc().contains(own.publicSubnet()),
                        "publicSubnet",
                        own.publicSubnet() + " is not inside the VPC's " + own.vpc() + ".",
                        "Choose a block inside the VPC's.");
                expect(
                        !own.subnet().overlaps(own.publicSubnet()),
                        "publicSubnet",
                        own.publicSubnet() + " overlaps " + own.subnet() + ".",
                        "Choose two blocks that share no address.");
            }
        } else if (network instanceof AwsNetwork.NewSubnet own) {
            id("vpcId", own.vpcId(), "vpc");
            publicSubnet(settings, own.publicSubnetId());
        } else if (network instanceof AwsNetwork.ExistingSubnet existing) {
            id("vpcId", existing.vpcId(), "vpc");
            id("subnetId", existing.subnetId(), "subnet");
            if (existing.endpointRouteTableId() != null) {
                id("endpointRouteTableId", existing.endpointRouteTableId(), "rtb");
            }
            publicSubnet(settings, existing.publicSubnetId());
        }
    }

    private void publicSubnet(AwsTestbedSettings settings, @Nullable String subnetId) {
        if (subnetId != null) {
            id("publicSubnetId", subnetId, "subnet");
        } else {
            expect(
                    settings.outsideServers() == 0,
                    "publicSubnetId",
                    "Servers with public addresses need a public subnet of the VPC.",
                    "Name a subnet with a route to an internet gateway, or choose no such servers.");
        }
    }

    private void id(String setting, String value, String kind) {
        expect(
                value.matches(kind + "-([0-9a-f]{8}|[0-9a-f]{17})"),
                setting,
                "'" + value + "' is not an id of this kind.",
                "Write it like " + kind + "-0123456789abcdef0.");
    }

    private void within(String setting, String sentence, int value, int least, int most) {
        expect(
                value >= least && value <= most,
                setting,
                String.format(Locale.ROOT, sentence, value),
                String.format(Locale.ROOT, "Choose %,d to %,d.", least, most));
    }

    private void expect(boolean holds, String setting, String sentence, String nextStep) {
        if (!holds) {
            found.add(new BadTestbedSettingException(setting, sentence, nextStep));
        }
    }
}
