package org.faasnetlab.ui.shell;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.util.Duration;
import org.faasnetlab.run.Lab;
import org.faasnetlab.ui.aws.AccountViewModel;
import org.faasnetlab.ui.aws.ActiveTestbeds;
import org.faasnetlab.ui.aws.AwsTestbedJob;
import org.faasnetlab.ui.aws.AwsTestbedsViewModel;
import org.faasnetlab.ui.aws.SmokeViewModel;
import org.faasnetlab.ui.aws.setup.AwsSetupViewModel;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.FxTicker;
import org.faasnetlab.ui.common.Lazy;
import org.faasnetlab.ui.common.session.CurrentRun;
import org.faasnetlab.ui.common.session.TestbedSession;

/** The view models that the window's AWS screens share. Those of screens behind the first one are created when needed. */
record AwsViewModels(
        AccountViewModel account,
        AwsTestbedJob job,
        ActiveTestbeds activeTestbeds,
        Supplier<AwsSetupViewModel> setup,
        Supplier<AwsTestbedsViewModel> testbeds,
        Supplier<SmokeViewModel> smoke) {

    /** @param storage the testbeds that earlier starts of the program recorded as existing */
    static AwsViewModels of(
            Lab lab,
            TestbedSession session,
            CurrentRun run,
            BackgroundTasks tasks,
            Clock clock,
            ActiveTestbeds.Storage storage) {
        AccountViewModel account = new AccountViewModel(lab, tasks);
        ActiveTestbeds activeTestbeds = new ActiveTestbeds(storage);
        AwsTestbedJob job = new AwsTestbedJob(tasks, activeTestbeds, clock, new FxTicker(Duration.seconds(1)));
        return new AwsViewModels(
                account,
                job,
                activeTestbeds,
                new Lazy<>(() -> new AwsSetupViewModel(account, job, tasks)),
                new Lazy<>(() -> new AwsTestbedsViewModel(account, session, run, job, activeTestbeds, tasks)),
                new Lazy<>(() -> new SmokeViewModel(lab, version(), account, job, activeTestbeds, tasks, clock)));
    }

    /** Of the package from which this program was started. */
    private static String version() {
        return Objects.requireNonNullElse(AwsViewModels.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
