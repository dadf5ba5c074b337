package org.faasnetlab.testbed.aws.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Map<String, String> KINDS = Map.of("vpc", "VPC", "subnet", "subnet", "rtb", "route table");
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

    /** @throws InvalidTestbedSettingException with all errors */
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
                "Zone " + settings.zone() + " is not in Region " + region + ".",
                "Choose a zone such as " + region + "a, or the Region of the zone.");
        String boundary = settings.permissionsBoundary();
        String partition = PartitionMetadata.of(Region.of(region)).id();
        check.expect(
                boundary == null
                        || !POLICY.matcher(boundary).matches()
                        || boundary.startsWith("arn:" + partition + ":"),
                "permissionsBoundary",
                "IAM policy " + boundary + " is not in the partition of " + region + ".",
                "Specify an ARN that begins with arn:" + partition + ":.");
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
                "Invalid testbed name \"" + name + "\".",
                "Use up to 24 lowercase letters, digits, and single hyphens, starting with a letter.");
    }

    private void all(AwsTestbedSettings settings) {
        name(settings.name());
        within("servers", "Invalid number of servers: %,d.", settings.servers(), 1, 8);
        within("outsideServers", "Invalid number of public servers: %,d.", settings.outsideServers(), 0, 4);
        within("portsPerServer", "Invalid number of ports per server: %,d.", settings.portsPerServer(), 1, 1000);
        serverType(settings.serverType(), settings.architecture());
        expect(
                ZONE.matcher(settings.zone()).matches(),
                "zone",
                "Invalid Availability Zone \"" + settings.zone() + "\".",
                "Specify a zone such as eu-central-1a.");
        network(settings);
        expect(
                settings.lease().compareTo(MIN_LEASE) >= 0 && settings.lease().compareTo(MAX_LEASE) <= 0,
                "lease",
                "Invalid lease: " + settings.lease().toMinutes() + " minutes.",
                "Specify 15 minutes to 24 hours.");
        expect(
                settings.runtime().equals("java21") || settings.runtime().equals("java25"),
                "runtime",
                "Unsupported runtime \"" + settings.runtime() + "\".",
                "Specify java21 or java25.");
        within("memoryMb", "Invalid memory size: %,d MB.", settings.memoryMb(), 128, 10_240);
        tags(settings.tags());
        String boundary = settings.permissionsBoundary();
        expect(
                boundary == null || POLICY.matcher(boundary).matches(),
                "permissionsBoundary",
                "Invalid IAM policy ARN \"" + boundary + "\".",
                "Specify an ARN such as arn:aws:iam::123456789012:policy/NAME, or remove it.");
    }

    /** Keys are restricted by the metadata of instances, from which servers read their tags. */
    private void tags(Map<String, String> tags) {
        expect(
                tags.size() <= MAX_TAGS,
                "tags",
                "Too many tags: " + tags.size() + ".",
                "Specify at most " + MAX_TAGS + ".");
        tags.forEach((key, value) -> {
            expect(
                    TAG_KEY.matcher(key).matches(),
                    "tags",
                    "Invalid tag key \"" + key + "\".",
                    "Use up to 128 letters, digits, and + - = . , _ : @, not beginning with aws: or faasnetlab:.");
            expect(
                    value.length() <= 256 && !value.isEmpty(),
                    "tags",
                    "Invalid value of tag \"" + key + "\".",
                    "Use 1 to 256 characters.");
        });
    }

    private void serverType(String type, Architecture wanted) {
        boolean named = SERVER_TYPE.matcher(type).matches();
        expect(named, "serverType", "Invalid instance type \"" + type + "\".", "Specify a type such as c6in.xlarge.");
        Architecture own = ServerTypes.architectureOf(type);
        expect(
                !named || own == wanted,
                "serverType",
                type + " has architecture " + own.id() + ", but the functions have " + wanted.id()
                        + "; both must match, as functions run the iperf3 of the servers.",
                "Choose architecture " + own.id() + ", or an instance type of " + wanted.id() + " such as "
                        + ServerTypes.defaultFor(wanted) + ".");
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
                own.subnet() + " is not within the VPC CIDR block " + own.vpc() + ".",
                "Choose a block within the VPC CIDR block.");
        if (settings.outsideServers() > 0) {
            expect(
                    own.vpc().contains(own.publicSubnet()),
                    "publicSubnet",
                    own.publicSubnet() + " is not within the VPC CIDR block " + own.vpc() + ".",
                    "Choose a block within the VPC CIDR block.");
            expect(
                    !own.subnet().overlaps(own.publicSubnet()),
                    "publicSubnet",
                    own.publicSubnet() + " overlaps " + own.subnet() + ".",
                    "Choose blocks that do not overlap.");
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
                    "Public servers require a public subnet of the VPC.",
                    "Specify a subnet with a route to an internet gateway, or remove the public servers.");
        }
    }

    private void id(String setting, String value, String kind) {
        expect(
                value.matches(kind + "-([0-9a-f]{8}|[0-9a-f]{17})"),
                setting,
                "Invalid " + KINDS.get(kind) + " ID \"" + value + "\".",
                "Specify an ID such as " + kind + "-0123456789abcdef0.");
    }

    private void within(String setting, String sentence, int value, int least, int most) {
        expect(
                value >= least && value <= most,
                setting,
                String.format(Locale.ROOT, sentence, value),
                String.format(Locale.ROOT, "Specify %,d to %,d.", least, most));
    }

    private void expect(boolean holds, String setting, String sentence, String nextStep) {
        if (!holds) {
            found.add(new InvalidTestbedSettingException(setting, sentence, nextStep));
        }
    }
}
