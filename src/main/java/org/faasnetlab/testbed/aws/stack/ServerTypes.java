package org.faasnetlab.testbed.aws.stack;

import java.util.List;
import java.util.regex.Pattern;
import org.faasnetlab.format.Phrase;
import org.faasnetlab.workload.Architecture;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;
import software.amazon.awssdk.services.ec2.model.LocationType;

/** EC2 instance types for servers: their architecture, the default type, and the zones that offer a type. */
public final class ServerTypes {

    /**
     * EC2's guide, naming conventions of instance types: letters of the series, digits of the generation, then letters of
     * which g means Graviton. The first generation, a1, was named before that.
     */
    private static final Pattern ARM = Pattern.compile("(a1|[a-z]+[0-9]+[a-z]*g[a-z]*)[.-].*");

    private ServerTypes() {}

    /** The architecture of an instance type, derived from its name; x86_64 for a name that EC2 does not have. */
    public static Architecture architectureOf(String type) {
        return ARM.matcher(type).matches() ? Architecture.ARM64 : Architecture.X86_64;
    }

    /** The instance type that the user gets unless they choose one; same size and bandwidth for both architectures. */
    public static String defaultFor(Architecture architecture) {
        return switch (architecture) {
            case X86_64 -> "c6in.xlarge";
            case ARM64 -> "c7gn.xlarge";
        };
    }

    /** Names of the zones in the client's Region that offer the type, sorted; empty if the type does not exist. */
    public static List<String> zones(Ec2Client ec2, String type) {
        return ec2
                .describeInstanceTypeOfferingsPaginator(request -> request.locationType(LocationType.AVAILABILITY_ZONE)
                        .filters(Filter.builder()
                                .name("instance-type")
                                .values(type)
                                .build()))
                .instanceTypeOfferings()
                .stream()
                .map(InstanceTypeOffering::location)
                .sorted()
                .toList();
    }

    /**
     * Checks that the Region has servers of the chosen type in the chosen zone.
     *
     * @param zones the zones of the Region that offer the type of these settings
     * @throws InvalidTestbedSettingException if there are none, or the chosen zone is not among them
     */
    public static void requireOffered(AwsTestbedSettings settings, String region, List<String> zones)
            throws InvalidTestbedSettingException {
        String type = settings.serverType();
        if (zones.isEmpty()) {
            throw new InvalidTestbedSettingException(
                    "serverType",
                    Phrase.of("Instance type {0} is not offered in any zone of {1}.", type, region),
                    Phrase.of("Choose another type or Region."));
        }
        if (!zones.contains(settings.zone())) {
            throw new InvalidTestbedSettingException(
                    "zone",
                    Phrase.of("Instance type {0} is not offered in {1}.", type, settings.zone()),
                    Phrase.of("Choose {0}, or another type.", String.join(", ", zones)));
        }
    }
}
