package org.faasnetlab.cli;

import org.faasnetlab.ErrorCode;
import org.faasnetlab.ExhaustedResource;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.LabOpener;
import org.faasnetlab.cli.common.Terminal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports a failure to the user in sentences, and its details to the log file. */
final class ErrorReporter {
    private final Terminal terminal;
    private final LabOpener opener;

    ErrorReporter(Terminal terminal, LabOpener opener) {
        this.terminal = terminal;
        this.opener = opener;
    }

    /** Reports a failure to the user and returns its exit code. */
    int report(Exception failure) {
        LabException known = failure instanceof LabException expected
                ? expected
                : ExhaustedResource.of(failure).orElse(null);
        if (known != null) {
            log().info("{}", known.getMessage(), failure);
            terminal.printError(known.fullMessage());
            return exitCode(known.kind());
        }
        String code = ErrorCode.of(failure);
        log().error("Error {}", code, failure);
        terminal.printError("Unexpected error (code " + code + "). See " + opener.logFile() + " for details.");
        return ExitCode.FAILED;
    }

    private static int exitCode(LabException.Kind kind) {
        return switch (kind) {
            case BAD_INPUT -> ExitCode.WRONG_INPUT;
            case UNAVAILABLE -> ExitCode.MISSING;
            case REFUSED, FAILED -> ExitCode.FAILED;
            case CANCELLED -> ExitCode.STOPPED;
        };
    }

    /** Created late, because the log file is configured only when the folders are known. */
    private static Logger log() {
        return LoggerFactory.getLogger(ErrorReporter.class);
    }
}
