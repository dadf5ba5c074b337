package org.faasnetlab.cli.common;

import java.time.Clock;
import java.time.ZoneId;
import org.faasnetlab.export.RunExporter;
import org.faasnetlab.plan.preset.Presets;

/**
 * The parts of the command line.
 *
 * @param version output of {@code --version}
 * @param zone time zone of displayed times
 */
public record CliParts(
        String version,
        Terminal terminal,
        LabOpener opener,
        ApplicationWindow window,
        Presets presets,
        RunExporter exporter,
        Interrupts interrupts,
        PeriodicTimer timer,
        Clock clock,
        ZoneId zone) {}
