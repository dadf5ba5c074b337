package org.faasnetlab.testing.aws.preflight;

import org.faasnetlab.testbed.aws.stack.AwsNetwork;
import org.faasnetlab.testbed.aws.stack.AwsTestbedSettings;

/** Settings that differ in one thing. */
public final class TestbedSettingsVariants {
    private TestbedSettingsVariants() {}

    public static AwsTestbedSettings withMemory(AwsTestbedSettings from, int memoryMb) {
        return copy(from, from.serverType(), from.outsideServers(), from.network(), memoryMb);
    }

    public static AwsTestbedSettings withType(AwsTestbedSettings from, String type) {
        return copy(from, type, from.outsideServers(), from.network(), from.memoryMb());
    }

    public static AwsTestbedSettings withNetwork(AwsTestbedSettings from, AwsNetwork network, int outsideServers) {
        return copy(from, from.serverType(), outsideServers, network, from.memoryMb());
    }

    private static AwsTestbedSettings copy(
            AwsTestbedSettings from, String type, int outsideServers, AwsNetwork network, int memoryMb) {
        return new AwsTestbedSettings(
                from.name(),
                from.servers(),
                outsideServers,
                from.portsPerServer(),
                type,
                from.architecture(),
                from.zone(),
                network,
                from.lease(),
                from.runtime(),
                memoryMb);
    }
}
