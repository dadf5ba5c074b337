package org.faasnetlab.testbed.aws;

import java.util.List;

/** Whether a testbed's servers are to be had where they are wanted, by what EC2 offers. */
public final class OfferedServers {
    private OfferedServers() {}

    /**
     * @param zones the zones of the Region that offer the type
     * @throws BadTestbedSettingException if none does, or another than the one that is wanted
     */
    public static void require(AwsTestbedSettings settings, String region, List<String> zones)
            throws BadTestbedSettingException {
        String type = settings.serverType();
        if (zones.isEmpty()) {
            throw new BadTestbedSettingException(
                    "serverType",
                    "No zone of " + region + " offers the type " + type + ".",
                    "Choose another type or Region.");
        }
        if (!zones.contains(settings.zone())) {
            throw new BadTestbedSettingException(
                    "zone",
                    "The zone " + settings.zone() + " does not offer the type " + type + ".",
                    "Choose " + String.join(", ", zones) + ", or another type.");
        }
    }
}
