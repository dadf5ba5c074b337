package org.faasnetlab.cli.common;

import org.jspecify.annotations.Nullable;

/** Reads answers from the terminal. */
@FunctionalInterface
public interface TerminalInput {

    /** Waits for a line that the user types, without its line terminator; null at the end of input. */
    @Nullable
    String line();
}
