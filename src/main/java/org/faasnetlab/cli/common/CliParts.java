package org.faasnetlab.cli.common;

import java.time.Clock;
import java.time.ZoneId;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.testbed.local.network.KernelNetworkProbe;

/**
 * The parts of the command line.
 *
 * @param version output of {@code --version}
 * @param kernel checks whether this computer can make a kernel network
 * @param zone time zone of displayed times
 */
public record CliParts(
        String version,
        Terminal terminal,
        LabOpener opener,
        ApplicationWindow window,
        Presets presets,
        KernelNetworkProbe kernel,
        RunExporter exporter,
        Interrupts interrupts,
        PeriodicTimer timer,
        Clock clock,
        ZoneId zone) {}
