package org.faasnetlab.testbed.aws.preflight;

import org.faasnetlab.testbed.aws.AwsNetwork;
import org.faasnetlab.testbed.aws.AwsTestbedSettings;

/** Settings that differ in one thing. */
final class Settings {
    private Settings() {}

    static AwsTestbedSettings withMemory(AwsTestbedSettings from, int memoryMb) {
        return copy(from, from.outsideServers(), from.zone(), from.network(), memoryMb);
    }

    static AwsTestbedSettings withNetwork(AwsTestbedSettings from, AwsNetwork network, int outsideServers) {
        return copy(from, outsideServers, from.zone(), network, from.memoryMb());
    }

    private static AwsTestbedSettings copy(
            AwsTestbedSettings from, int outsideServers, String zone, AwsNetwork network, int memoryMb) {
        return new AwsTestbedSettings(
                from.name(),
                from.servers(),
                outsideServers,
                from.portsPerServer(),
                from.serverType(),
                from.architecture(),
                zone,
                network,
                from.lease(),
                from.runtime(),
                memoryMb);
    }
}
