package org.faasnetlab.cli.common;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.faasnetlab.LabException;

/**
 * What the command line is put together from.
 *
 * @param version what {@code --version} shows
 * @param missing whether a failure means that something is not on this computer; then the exit code is
 *     {@link ExitCode#MISSING}
 * @param zone time zone in which times are shown
 * @param answers asked only where the screen is a terminal
 */
public record CliParts(
        String version,
        Terminal screen,
        LabOpener opener,
        ApplicationWindow window,
        RunFileExporter exporters,
        Predicate<LabException> missing,
        Interrupts interrupts,
        PeriodicTimer ticker,
        Clock clock,
        ZoneId zone,
        TerminalInput answers) {}
