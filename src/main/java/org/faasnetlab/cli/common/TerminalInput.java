package org.faasnetlab.cli.common;

import org.jspecify.annotations.Nullable;

/** Where a question on the terminal is answered. */
@FunctionalInterface
public interface TerminalInput {

    /** Waits for a line that the user types, without its end; null if there is none to come. */
    @Nullable
    String line();
}
