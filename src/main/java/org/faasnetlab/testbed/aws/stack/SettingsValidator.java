package org.faasnetlab.testbed.aws.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Architecture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Validates a testbed's settings before any request to AWS. */
public final class SettingsValidator {

    private static final Pattern NAME = Pattern.compile("[a-z](-?[a-z0-9])*");

    /** Family, dot and size; only EC2 knows which of them exist. */
    private static final Pattern SERVER_TYPE = Pattern.compile("[a-z]+-?[0-9][a-z0-9]*(-[a-z0-9]+)*"
            + "\\.(nano|micro|small|medium|large|[0-9]{0,3}xlarge|metal(-[0-9]{1,3}xl)?)");

    private static final Pattern POLICY = Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[!-~]+");
    private static final Map<String, Phrase> KINDS =
            Map.of("vpc", Phrase.of("VPC"), "subnet", Phrase.of("subnet"), "rtb", Phrase.of("route table"));
    private static final Pattern ZONE = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");
    private static final Duration MIN_LEASE = Duration.ofMinutes(15);
    private static final Duration MAX_LEASE = Duration.ofHours(24);

    private static final Pattern TAG_KEY = Pattern.compile("(?!aws:|faasnetlab:)[A-Za-z0-9+=.,_:@-]{1,128}");
    private static final int MAX_TAGS = 40;

    private final List<InvalidTestbedSettingException> found = new ArrayList<>();

    private SettingsValidator() {}

    /** All errors, in the order of the settings; empty if the settings are valid. */
    public static List<InvalidTestbedSettingException> check(AwsTestbedSettings settings) {
        SettingsValidator check = new SettingsValidator();
        check.all(settings);
        return List.copyOf(check.found);
    }

    /**
     * Checks all settings.
     *
     * @throws InvalidTestbedSettingException with all errors
     */
    public static void require(AwsTestbedSettings settings) throws InvalidTestbedSettingException {
        throwAll(check(settings));
    }

    /** The error in the ID of a VPC; empty if it is valid. */
    public static Optional<InvalidTestbedSettingException> vpcId(String id) {
        SettingsValidator check = new SettingsValidator();
        check.id("vpcId", id, "vpc");
        return check.found.stream().findFirst();
    }

    /** Requires a valid testbed name. Other text that a user may type, such as *, has a meaning in AWS's filters. */
    public static void requireName(String name) throws InvalidTestbedSettingException {
        SettingsValidator check = new SettingsValidator();
        check.name(name);
        throwAll(check.found);
    }

    /** Validates the settings for use in a Region. */
    public static void require(AwsTestbedSettings settings, String region) throws InvalidTestbedSettingException {
        SettingsValidator check = new SettingsValidator();
        check.all(settings);
        check.expect(
                settings.zone().startsWith(region)
                        || !ZONE.matcher(settings.zone()).matches(),
                "zone",
                Phrase.of("Zone {0} is not in Region {1}.", settings.zone(), region),
                Phrase.of("Choose a zone such as {0}, or the Region of the zone.", region + "a"));
        String boundary = settings.permissionsBoundary();
        String partition = PartitionMetadata.of(Region.of(region)).id();
        check.expect(
                boundary == null
                        || !POLICY.matcher(boundary).matches()
                        || boundary.startsWith("arn:" + partition + ":"),
                "permissionsBoundary",
                Phrase.of("IAM policy {0} is not in the partition of {1}.", boundary, region),
                Phrase.of("Specify an ARN that begins with {0}.", "arn:" + partition + ":"));
        throwAll(check.found);
    }

    private static void throwAll(List<InvalidTestbedSettingException> found) throws InvalidTestbedSettingException {
        if (!found.isEmpty()) {
            throw InvalidTestbedSettingException.of(found);
        }
    }

    private void name(String name) {
        expect(
                name.length() <= 24 && NAME.matcher(name).matches(),
                "name",
                Phrase.of("Invalid testbed name \"{0}\".", name),
                Phrase.of("Use up to 24 lowercase letters, digits, and single hyphens, starting with a letter."));
    }

    private void all(AwsTestbedSettings settings) {
        name(settings.name());
        within(
                "servers",
                Phrase.of("Invalid number of servers: {0}.", count(settings.servers())),
                settings.servers(),
                1,
                8);
        within(
                "outsideServers",
                Phrase.of("Invalid number of public servers: {0}.", count(settings.outsideServers())),
                settings.outsideServers(),
                0,
                4);
        within(
                "portsPerServer",
                Phrase.of("Invalid number of ports per server: {0}.", count(settings.portsPerServer())),
                settings.portsPerServer(),
                1,
                1000);
        serverType(settings.serverType(), settings.architecture());
        expect(
                ZONE.matcher(settings.zone()).matches(),
                "zone",
                Phrase.of("Invalid Availability Zone \"{0}\".", settings.zone()),
                Phrase.of("Specify a zone such as eu-central-1a."));
        network(settings);
        expect(
                settings.lease().compareTo(MIN_LEASE) >= 0 && settings.lease().compareTo(MAX_LEASE) <= 0,
                "lease",
                Phrase.of("Invalid lease: {0} minutes.", settings.lease().toMinutes()),
                Phrase.of("Specify 15 minutes to 24 hours."));
        expect(
                settings.runtime().equals("java21") || settings.runtime().equals("java25"),
                "runtime",
                Phrase.of("Unsupported runtime \"{0}\".", settings.runtime()),
                Phrase.of("Specify java21 or java25."));
        within(
                "memoryMb",
                Phrase.of("Invalid memory size: {0} MB.", count(settings.memoryMb())),
                settings.memoryMb(),
                128,
                10_240);
        tags(settings.tags());
        String boundary = settings.permissionsBoundary();
        expect(
                boundary == null || POLICY.matcher(boundary).matches(),
                "permissionsBoundary",
                Phrase.of("Invalid IAM policy ARN \"{0}\".", boundary),
                Phrase.of("Specify an ARN such as arn:aws:iam::123456789012:policy/NAME, or remove it."));
    }

    /** Keys are restricted by the metadata of instances, from which servers read their tags. */
    private void tags(Map<String, String> tags) {
        expect(
                tags.size() <= MAX_TAGS,
                "tags",
                Phrase.of("Too many tags: {0}.", tags.size()),
                Phrase.of("Specify at most {0}.", MAX_TAGS));
        tags.forEach((key, value) -> {
            expect(
                    TAG_KEY.matcher(key).matches(),
                    "tags",
                    Phrase.of("Invalid tag key \"{0}\".", key),
                    Phrase.of(
                            "Use up to 128 letters, digits, and + - = . , _ : @, not beginning with aws: or faasnetlab:."));
            expect(
                    value.length() <= 256 && !value.isEmpty(),
                    "tags",
                    Phrase.of("Invalid value of tag \"{0}\".", key),
                    Phrase.of("Use 1 to 256 characters."));
        });
    }

    private void serverType(String type, Architecture wanted) {
        boolean named = SERVER_TYPE.matcher(type).matches();
        expect(
                named,
                "serverType",
                Phrase.of("Invalid instance type \"{0}\".", type),
                Phrase.of("Specify a type such as c6in.xlarge."));
        Architecture own = ServerTypes.architectureOf(type);
        expect(
                !named || own == wanted,
                "serverType",
                Phrase.of(
                        "{0} has architecture {1}, but the functions have {2}; both must match, as functions run the iperf3 of the servers.",
                        type, own.id(), wanted.id()),
                Phrase.of(
                        "Choose architecture {0}, or an instance type of {1} such as {2}.",
                        own.id(), wanted.id(), ServerTypes.defaultFor(wanted)));
    }

    private void network(AwsTestbedSettings settings) {
        settings.network()
                .<Runnable>map(
                        own -> () -> newVpc(settings, own),
                        own -> () -> {
                            id("vpcId", own.vpcId(), "vpc");
                            publicSubnet(settings, own.publicSubnetId());
                        },
                        existing -> () -> existingSubnet(settings, existing))
                .run();
    }

    private void newVpc(AwsTestbedSettings settings, AwsNetwork.NewVpc own) {
        expect(
                own.vpc().contains(own.subnet()),
                "subnet",
                Phrase.of("{0} is not within the VPC CIDR block {1}.", own.subnet(), own.vpc()),
                Phrase.of("Choose a block within the VPC CIDR block."));
        if (settings.outsideServers() > 0) {
            expect(
                    own.vpc().contains(own.publicSubnet()),
                    "publicSubnet",
                    Phrase.of("{0} is not within the VPC CIDR block {1}.", own.publicSubnet(), own.vpc()),
                    Phrase.of("Choose a block within the VPC CIDR block."));
            expect(
                    !own.subnet().overlaps(own.publicSubnet()),
                    "publicSubnet",
                    Phrase.of("{0} overlaps {1}.", own.publicSubnet(), own.subnet()),
                    Phrase.of("Choose blocks that do not overlap."));
        }
    }

    private void existingSubnet(AwsTestbedSettings settings, AwsNetwork.ExistingSubnet existing) {
        id("vpcId", existing.vpcId(), "vpc");
        id("subnetId", existing.subnetId(), "subnet");
        if (existing.endpointRouteTableId() != null) {
            id("endpointRouteTableId", existing.endpointRouteTableId(), "rtb");
        }
        publicSubnet(settings, existing.publicSubnetId());
    }

    private void publicSubnet(AwsTestbedSettings settings, @Nullable String subnetId) {
        if (subnetId != null) {
            id("publicSubnetId", subnetId, "subnet");
        } else {
            expect(
                    settings.outsideServers() == 0,
                    "publicSubnetId",
                    Phrase.of("Public servers require a public subnet of the VPC."),
                    Phrase.of("Specify a subnet with a route to an internet gateway, or remove the public servers."));
        }
    }

    private void id(String setting, String value, String kind) {
        expect(
                value.matches(kind + "-([0-9a-f]{8}|[0-9a-f]{17})"),
                setting,
                Phrase.of("Invalid {0} ID \"{1}\".", KINDS.get(kind), value),
                Phrase.of("Specify an ID such as {0}.", kind + "-0123456789abcdef0"));
    }

    private static String count(int value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private void within(String setting, Phrase sentence, int value, int least, int most) {
        expect(
                value >= least && value <= most,
                setting,
                sentence,
                Phrase.of("Specify {0} to {1}.", count(least), count(most)));
    }

    private void expect(boolean holds, String setting, Phrase sentence, Phrase advice) {
        if (!holds) {
            found.add(new InvalidTestbedSettingException(setting, sentence, advice));
        }
    }
}
