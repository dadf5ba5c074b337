package org.faasnetlab.cli;

import java.util.function.Predicate;
import org.faasnetlab.ErrorCode;
import org.faasnetlab.LabException;
import org.faasnetlab.cli.common.ExitCode;
import org.faasnetlab.cli.common.InputException;
import org.faasnetlab.cli.common.LabOpener;
import org.faasnetlab.cli.common.Terminal;
import org.faasnetlab.export.importing.ArchiveException;
import org.faasnetlab.plan.InvalidPlanException;
import org.faasnetlab.plan.SettingException;
import org.faasnetlab.plan.file.PlanFileException;
import org.faasnetlab.plan.preset.UnknownPresetException;
import org.faasnetlab.run.NotResumableException;
import org.faasnetlab.testbed.aws.account.AccountChoiceException;
import org.faasnetlab.testbed.aws.stack.InvalidTestbedSettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user of a failure in sentences, and the log file of its details. */
final class ErrorReporter {
    private final Terminal screen;
    private final LabOpener opener;
    private final Predicate<LabException> missing;

    ErrorReporter(Terminal screen, LabOpener opener, Predicate<LabException> missing) {
        this.screen = screen;
        this.opener = opener;
        this.missing = missing;
    }

    /** The exit code that stands for the failure, which the user has then been told of. */
    int tell(Exception failure) {
        if (failure instanceof LabException foreseen) {
            log().info("{}", failure.getMessage(), failure);
            screen.note(foreseen.getMessage() + " " + foreseen.nextStep());
            return codeOf(foreseen);
        }
        String code = ErrorCode.of(failure);
        log().error("Error {}", code, failure);
        screen.note("Unexpected error (code " + code + "). See " + opener.logFile() + " for details.");
        return ExitCode.FAILED;
    }

    private int codeOf(LabException failure) {
        if (failure instanceof InputException
                || failure instanceof SettingException
                || failure instanceof UnknownPresetException
                || failure instanceof InvalidPlanException
                || failure instanceof PlanFileException
                || failure instanceof ArchiveException
                || failure instanceof NotResumableException
                || failure instanceof InvalidTestbedSettingException
                || failure instanceof AccountChoiceException) {
            return ExitCode.WRONG_INPUT;
        }
        return missing.test(failure) ? ExitCode.MISSING : ExitCode.FAILED;
    }

    /** Asked for late, because the log file has its place only when the folders are known. */
    private static Logger log() {
        return LoggerFactory.getLogger(ErrorReporter.class);
    }
}
