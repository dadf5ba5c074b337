package org.faasnetlab.cli;

import java.util.function.Predicate;
import org.faasnetlab.ErrorCode;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.NotResumableException;
import org.faasnetlab.experiment.PlanRefusedException;
import org.faasnetlab.experiment.SettingException;
import org.faasnetlab.experiment.UnknownPresetException;
import org.faasnetlab.experiment.file.PlanFileException;
import org.faasnetlab.export.ArchiveException;
import org.faasnetlab.testbed.aws.BadTestbedSettingException;
import org.faasnetlab.testbed.aws.testbeds.AccountChoiceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the user of a failure in sentences, and the log file of its details. */
final class Errors {
    private final Screen screen;
    private final LabOpener opener;
    private final Predicate<LabException> missing;

    Errors(Screen screen, LabOpener opener, Predicate<LabException> missing) {
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
                || failure instanceof PlanRefusedException
                || failure instanceof PlanFileException
                || failure instanceof ArchiveException
                || failure instanceof NotResumableException
                || failure instanceof BadTestbedSettingException
                || failure instanceof AccountChoiceException) {
            return ExitCode.WRONG_INPUT;
        }
        return missing.test(failure) ? ExitCode.MISSING : ExitCode.FAILED;
    }

    /** Asked for late, because the log file has its place only when the folders are known. */
    private static Logger log() {
        return LoggerFactory.getLogger(Errors.class);
    }
}
