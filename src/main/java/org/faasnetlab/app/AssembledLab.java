package org.faasnetlab.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.faasnetlab.LabException;
import org.faasnetlab.experiment.ExperimentRunner;
import org.faasnetlab.experiment.Lab;
import org.faasnetlab.experiment.LeadEstimator;
import org.faasnetlab.experiment.RunIds;
import org.faasnetlab.experiment.RunResumer;
import org.faasnetlab.experiment.RunStarter;
import org.faasnetlab.invoke.LambdaInvokers;
import org.faasnetlab.store.DuckDbRunStore;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.calls.Pause;
import org.faasnetlab.testbed.aws.testbeds.AwsAccounts;
import org.faasnetlab.testbed.aws.testbeds.ProfileAccounts;
import org.faasnetlab.testbed.local.BusyMeters;
import org.faasnetlab.testbed.local.Installation;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lab of this program, with its parts in the user's folders. */
final class AssembledLab implements Lab {
    private static final Logger LOG = LoggerFactory.getLogger(AssembledLab.class);

    private final AppDirectories directories;
    private final Clock clock = Clock.systemUTC();
    private final LeadEstimator leads = new LeadEstimator(clock);
    private final LocalTestbeds testbeds;
    private final AwsAccounts aws;
    private @Nullable RunStore store;
    private @Nullable ExperimentRunner runner;

    AssembledLab(AppDirectories directories, Installation installation) {
        this(directories, installation, UnaryOperator.identity());
    }

    /** @param awsPauses what becomes of the pauses between two looks at AWS: shorter ones where AWS is played */
    AssembledLab(AppDirectories directories, Installation installation, UnaryOperator<Pause> awsPauses) {
        this.directories = directories;
        this.testbeds = new LocalTestbeds(installation, directories.cache(), clock, BusyMeters.ofThisComputer());
        this.aws = new ProfileAccounts(installation.functionZip(), clock, new SecureRandom(), awsPauses);
    }

    @Override
    public synchronized RunStore store() throws StoreException {
        if (store == null) {
            store = new DuckDbRunStore(directories.data());
        }
        return store;
    }

    @Override
    public LocalTestbedSettings localDefaults() {
        return LocalTestbedSettings.defaults(directories.data().resolve("local-testbed"));
    }

    @Override
    public Testbed startLocalTestbed(LocalTestbedSettings settings) throws LabException, InterruptedException {
        return testbeds.start(settings);
    }

    @Override
    public RunStarter runs() throws StoreException {
        return runner();
    }

    @Override
    public RunResumer resumes() throws StoreException {
        return runner();
    }

    private synchronized ExperimentRunner runner() throws StoreException {
        if (runner == null) {
            runner = new ExperimentRunner(
                    LambdaInvokers::of,
                    store(),
                    clock,
                    leads,
                    new RunIds(clock, ZoneId.systemDefault(), new SecureRandom()),
                    Version.text());
        }
        return runner;
    }

    @Override
    public AwsAccounts aws() {
        return aws;
    }

    /** The runner first: what it stops still goes into the store. */
    @Override
    public synchronized void close() {
        if (runner != null) {
            runner.close();
            runner = null;
        }
        testbeds.close();
        if (store != null) {
            try {
                store.close();
            } catch (StoreException notWritten) {
                LOG.error("The run store did not close in order", notWritten);
            }
            store = null;
        }
    }
}
