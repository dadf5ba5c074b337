package org.faasnetlab.cli.common;

import java.time.Clock;
import java.time.ZoneId;
import org.faasnetlab.export.RunExporter;

/**
 * The parts of the command line.
 *
 * @param version output of {@code --version}
 * @param zone time zone of displayed times
 * @param answers used only if the output is a terminal
 */
public record CliParts(
        String version,
        Terminal screen,
        LabOpener opener,
        ApplicationWindow window,
        RunExporter exporter,
        Interrupts interrupts,
        PeriodicTimer ticker,
        Clock clock,
        ZoneId zone,
        TerminalInput answers) {}
