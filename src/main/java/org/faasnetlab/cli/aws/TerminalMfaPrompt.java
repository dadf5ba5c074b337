package org.faasnetlab.cli.aws;

import java.util.Optional;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.testbed.aws.account.MfaPrompt;

/** Asks for MFA codes on the terminal, if there is one. */
public final class TerminalMfaPrompt implements MfaPrompt {
    private final Terminal terminal;

    public TerminalMfaPrompt(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Optional<String> ask(String profile, String device) {
        if (!terminal.interactive()) {
            return Optional.empty();
        }
        terminal.printError("MFA code of " + device + " for profile \"" + profile + "\":");
        return Optional.ofNullable(terminal.input().readLine())
                .map(String::strip)
                .filter(code -> !code.isEmpty());
    }
}
