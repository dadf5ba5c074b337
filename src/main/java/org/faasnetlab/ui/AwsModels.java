package org.faasnetlab.ui;

import org.faasnetlab.experiment.Lab;
import org.faasnetlab.ui.aws.AccountViewModel;
import org.faasnetlab.ui.aws.AwsJob;
import org.faasnetlab.ui.aws.AwsSetupViewModel;
import org.faasnetlab.ui.aws.AwsTestbedsViewModel;
import org.faasnetlab.ui.aws.StandingTestbeds;
import org.faasnetlab.ui.common.BackgroundTasks;
import org.faasnetlab.ui.common.CurrentRun;
import org.faasnetlab.ui.common.TestbedSession;

/** What the window's screens for AWS share. */
record AwsModels(
        AccountViewModel account,
        AwsJob job,
        StandingTestbeds standing,
        AwsSetupViewModel setup,
        AwsTestbedsViewModel testbeds) {

    static AwsModels of(Lab lab, TestbedSession session, CurrentRun run, BackgroundTasks tasks) {
        AccountViewModel account = new AccountViewModel(lab, tasks);
        StandingTestbeds standing = new StandingTestbeds();
        AwsJob job = new AwsJob(tasks, standing);
        return new AwsModels(
                account,
                job,
                standing,
                new AwsSetupViewModel(account, job, tasks),
                new AwsTestbedsViewModel(account, session, run, job, standing, tasks));
    }
}
