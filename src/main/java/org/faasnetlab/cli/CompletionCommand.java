package org.faasnetlab.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script for the shell, which packages install. */
@Command(
        name = "generate-completion",
        header = "Print a script that completes commands and options in bash and zsh",
        description = "For the current shell: source <(faasnetlab generate-completion)")
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    /** Set by the parser. */
    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandSpec all = Objects.requireNonNull(spec).root();
        terminal.out().print(AutoComplete.bash(all.name(), all.commandLine()));
        return ExitCode.OK;
    }
}
