package org.faasnetlab.cli.common;

import java.util.List;
import java.util.Locale;
import org.faasnetlab.LabException;

/** Asks for confirmation before something is charged or cannot be undone. */
public final class Confirmation {
    private final Terminal terminal;

    public Confirmation(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Checks that a user can be asked.
     *
     * @param what the action that needs confirmation, the beginning of a sentence, for example {@code Deleting}
     * @throws LabException if there is no terminal to ask on
     */
    public void requireInteractive(String what) throws LabException {
        if (!terminal.interactive()) {
            throw new LabException(
                    LabException.Kind.BAD_INPUT,
                    what + " requires confirmation, but no terminal is attached.",
                    "To skip the prompt, add --yes.");
        }
    }

    /** Whether the user answers yes; every other answer counts as no. */
    public boolean isConfirmed(String question) {
        terminal.printError(question + " [y/N]");
        String answer = terminal.input().readLine();
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
