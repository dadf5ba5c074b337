package org.faasnetlab.testbed.aws.creation;

import org.faasnetlab.LabException;
import org.faasnetlab.testbed.aws.calls.ResourceProgress;
import org.faasnetlab.testbed.aws.deletion.DeletionListener;
import org.faasnetlab.testbed.aws.deletion.DeletionReport;
import org.faasnetlab.testbed.aws.deletion.DeletionStepProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what a cancelled set-up has made; who heard of the resources being made hears of their end. */
public final class DeletingRollback implements CreationRollback {
    private static final Logger LOG = LoggerFactory.getLogger(DeletingRollback.class);

    /** A teardown whose report says what is left. */
    @FunctionalInterface
    public interface Reporting {
        DeletionReport tearDown(String name, DeletionListener listener) throws LabException, InterruptedException;
    }

    private final Reporting teardown;
    private final CreationListener listener;

    public DeletingRollback(Reporting teardown, CreationListener listener) {
        this.teardown = teardown;
        this.listener = listener;
    }

    @Override
    public void tearDown(String name) throws LabException, InterruptedException {
        DeletionReport report = teardown.tearDown(name, new DeletionListener() {
            @Override
            public void step(DeletionStepProgress progress) {
                LOG.info("{}: {} {}", progress.step().label(), progress.state(), progress.detail());
            }

            @Override
            public void event(ResourceProgress news) {
                listener.onResource(news);
            }
        });
        if (!report.nothingLeft()) {
            throw new IncompleteRollbackException(name, report);
        }
    }
}
