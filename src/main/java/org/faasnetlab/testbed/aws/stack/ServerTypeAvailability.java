package org.faasnetlab.testbed.aws.stack;

import java.util.List;

/** Whether a testbed's servers are to be had where they are wanted, by what EC2 offers. */
public final class ServerTypeAvailability {
    private ServerTypeAvailability() {}

    /**
     * @param zones the zones of the Region that offer the type
     * @throws InvalidTestbedSettingException if none does, or another than the one that is wanted
     */
    public static void require(AwsTestbedSettings settings, String region, List<String> zones)
            throws InvalidTestbedSettingException {
        String type = settings.serverType();
        if (zones.isEmpty()) {
            throw new InvalidTestbedSettingException(
                    "serverType",
                    "Instance type " + type + " is not offered in any zone of " + region + ".",
                    "Choose another type or Region.");
        }
        if (!zones.contains(settings.zone())) {
            throw new InvalidTestbedSettingException(
                    "zone",
                    "Instance type " + type + " is not offered in " + settings.zone() + ".",
                    "Choose " + String.join(", ", zones) + ", or another type.");
        }
    }
}
