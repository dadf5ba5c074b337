package org.faasnetlab.ui;

import java.time.Clock;
import javafx.util.Duration;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.ui.aws.AccountViewModel;
import org.faasnetlab.ui.aws.AwsJob;
import org.faasnetlab.ui.aws.AwsSetupViewModel;
import org.faasnetlab.ui.aws.AwsTestbedsViewModel;
import org.faasnetlab.ui.aws.StandingTestbeds;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.CurrentRun;
import org.faasnetlab.ui.common.FxTicker;
import org.faasnetlab.ui.common.TestbedSession;

/** What the window's screens for AWS share. */
record AwsModels(
        AccountViewModel account,
        AwsJob job,
        StandingTestbeds standing,
        AwsSetupViewModel setup,
        AwsTestbedsViewModel testbeds) {

    /** @param memory the testbeds that earlier starts of the program knew to stand */
    static AwsModels of(
            Lab lab,
            TestbedSession session,
            CurrentRun run,
            BackgroundTasks tasks,
            Clock clock,
            StandingTestbeds.Memory memory) {
        AccountViewModel account = new AccountViewModel(lab, tasks);
        StandingTestbeds standing = new StandingTestbeds(memory);
        AwsJob job = new AwsJob(tasks, standing, clock, new FxTicker(Duration.seconds(1)));
        return new AwsModels(
                account,
                job,
                standing,
                new AwsSetupViewModel(account, job, tasks),
                new AwsTestbedsViewModel(account, session, run, job, standing, tasks));
    }
}
