package org.faasnetlab.ui.shell;

import java.util.concurrent.Executor;
import org.faasnetlab.ExhaustedResource;
import org.faasnetlab.ui.common.Dialogs;
import org.faasnetlab.ui.common.ErrorReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles uncaught exceptions: logs each once and shows it with a code. */
final class UncaughtErrorHandler implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrorHandler.class);

    private final Dialogs dialogs;
    private final Executor window;
    private volatile boolean dialogFails;

    UncaughtErrorHandler(Dialogs dialogs, Executor window) {
        this.dialogs = dialogs;
        this.window = window;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        ErrorReport report = ErrorReport.of(error);
        LOG.error("Error {} in thread {}.", report.code(), thread.getName(), error);
        if (!dialogFails) {
            window.execute(() -> ExhaustedResource.of(error).ifPresentOrElse(dialogs::problem, () -> show(report)));
        }
    }

    /** An error in the dialog itself arrives here too; it is logged without another dialog. */
    private void show(ErrorReport report) {
        dialogFails = true;
        dialogs.showUnexpected(report);
        dialogFails = false;
    }
}
