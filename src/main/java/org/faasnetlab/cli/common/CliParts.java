package org.faasnetlab.cli.common;

import java.time.Clock;
import java.time.ZoneId;
import org.faasnetlab.export.RunExporter;

/**
 * What the command line is put together from.
 *
 * @param version what {@code --version} shows
 * @param zone time zone in which times are shown
 * @param answers asked only where the screen is a terminal
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
