package org.faasnetlab.testbed.aws.testbeds;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.setup.SetupListener;
import org.faasnetlab.testbed.aws.setup.Teardown;
import org.faasnetlab.testbed.aws.teardown.StepProgress;
import org.faasnetlab.testbed.aws.teardown.TeardownListener;
import org.faasnetlab.testbed.aws.teardown.TeardownReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what a cancelled set-up has made; who heard of the resources being made hears of their end. */
final class CancelledSetup implements Teardown {
    private static final Logger LOG = LoggerFactory.getLogger(CancelledSetup.class);

    /** A teardown whose report says what is left. */
    @FunctionalInterface
    interface Reporting {
        TeardownReport tearDown(String name, TeardownListener listener) throws LabException, InterruptedException;
    }

    private final Reporting teardown;
    private final SetupListener listener;

    CancelledSetup(Reporting teardown, SetupListener listener) {
        this.teardown = teardown;
        this.listener = listener;
    }

    @Override
    public void tearDown(String name) throws LabException, InterruptedException {
        TeardownReport report = teardown.tearDown(name, new TeardownListener() {
            @Override
            public void step(StepProgress progress) {
                LOG.info("{}: {} {}", progress.step().label(), progress.state(), progress.detail());
            }

            @Override
            public void event(ResourceProgress news) {
                listener.onResource(news);
            }
        });
        if (!report.nothingLeft()) {
            throw new SomethingLeftException(name, report);
        }
    }
}
