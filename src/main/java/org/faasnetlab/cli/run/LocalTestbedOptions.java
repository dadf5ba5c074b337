package org.faasnetlab.cli.run;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.iperf3.PortRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the testbed on this computer. */
final class LocalTestbedOptions {
    @Option(
            names = "--ports",
            paramLabel = "FIRST-LAST",
            description = "Ports for the iperf3 servers, for example 5201-5300 (default: any free ports)")
    private @Nullable String ports;

    @Option(names = "--iperf3", paramLabel = "PATH", description = "iperf3 executable (default: iperf3 on the PATH)")
    private @Nullable String iperf3;

    boolean given() {
        return ports != null || iperf3 != null;
    }

    /** @throws LabException if an option has an invalid value */
    void check() throws LabException {
        range();
    }

    LocalTestbedSettings applyTo(LocalTestbedSettings defaults) throws LabException {
        PortRange range = range();
        return new LocalTestbedSettings(
                iperf3 == null ? defaults.iperf3() : iperf3,
                range == null ? defaults.iperf3Ports() : range,
                defaults.maxFunctions(),
                defaults.functionTimeout(),
                defaults.workDirectory());
    }

    private @Nullable PortRange range() throws LabException {
        if (ports == null) {
            return null;
        }
        try {
            return PortRange.parse(ports);
        } catch (IllegalArgumentException unreadable) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    "Invalid value --ports=" + ports + ": " + unreadable.getMessage() + ".",
                    "Specify the first and the last port, for example 5201-5300.",
                    unreadable);
        }
    }
}
