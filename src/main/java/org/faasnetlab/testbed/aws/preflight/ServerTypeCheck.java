package org.faasnetlab.testbed.aws.preflight;

import java.util.List;
import java.util.Optional;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;
import org.faasnetlab.testbed.aws.BadTestbedSettingException;
import org.faasnetlab.testbed.aws.OfferedServers;
import org.faasnetlab.testbed.aws.TypeOfferings;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Whether the zone has the servers' type, and the type the functions' processor. */
final class ServerTypeCheck implements Check {

    private final AwsTestbedSettings settings;

    ServerTypeCheck(AwsTestbedSettings settings) {
        this.settings = settings;
    }

    @Override
    public Finding look(Questions aws) throws UnansweredException {
        String type = settings.serverType();
        try {
            OfferedServers.require(settings, aws.region(), zonesWith(type, aws));
        } catch (BadTestbedSettingException notOffered) {
            return Finding.problem(String.valueOf(notOffered.getMessage()), notOffered.nextStep());
        }
        Optional<ServerType> facts = ServerType.of(aws, type);
        if (facts.isEmpty() || facts.get().processors().isEmpty()) {
            return Finding.unknownServerType(type);
        }
        if (!facts.get().processors().contains(settings.architecture().id())) {
            return Finding.problem(
                    type + " has a processor of kind "
                            + String.join(", ", facts.get().processors()) + ", and the functions one of kind "
                            + settings.architecture().id() + "; they run the servers' iperf3.",
                    "Choose the same kind for both.");
        }
        return Finding.ok("The zone " + settings.zone() + " offers the type " + type + ".");
    }

    private static List<String> zonesWith(String type, Questions aws) throws UnansweredException {
        return aws.ask("ec2:DescribeInstanceTypeOfferings", Ec2Client.builder(), ec2 -> TypeOfferings.zones(ec2, type));
    }
}
