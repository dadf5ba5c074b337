package org.faasnetlab.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.faasnetlab.LabException;
import org.faasnetlab.invoke.SdkLambdaInvoker;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.run.ExperimentRunner;
import org.faasnetlab.run.Lab;
import org.faasnetlab.run.RunIdGenerator;
import org.faasnetlab.run.RunService;
import org.faasnetlab.run.trial.LeadEstimator;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.store.duckdb.DatabaseLibrary;
import org.faasnetlab.store.duckdb.DuckDbRunStore;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsAccounts;
import org.faasnetlab.testbed.aws.ProfileAccounts;
import org.faasnetlab.testbed.aws.calls.Sleeper;
import org.faasnetlab.testbed.local.Installation;
import org.faasnetlab.testbed.local.LocalTestbedSettings;
import org.faasnetlab.testbed.local.ProcessorMeters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lab of this program, with its data in the user's folders. */
public final class AssembledLab implements Lab {
    private static final Logger LOG = LoggerFactory.getLogger(AssembledLab.class);

    private final AppDirectories directories;
    private final Clock clock = Clock.systemUTC();
    private final LeadEstimator leads = new LeadEstimator(clock);
    private final Presets presets;
    private final @Nullable DatabaseLibrary databaseLibrary;
    private final Consumer<LabException> notices;
    private final LocalTestbedFactory testbeds;
    private final AwsAccounts aws;
    private @Nullable RunStore store;
    private @Nullable ExperimentRunner runner;

    /**
     * @param databaseLibrary the library to be unpacked before the store is opened; null if DuckDB contains it
     * @param awsPauses adjusts the pauses between two polls of AWS: shorter ones for an emulated AWS
     * @param notices receives what was lost in a crash, when the store is opened
     */
    public AssembledLab(
            AppDirectories directories,
            Installation installation,
            Presets presets,
            @Nullable DatabaseLibrary databaseLibrary,
            UnaryOperator<Sleeper> awsPauses,
            Consumer<LabException> notices) {
        this.presets = presets;
        this.databaseLibrary = databaseLibrary;
        this.notices = notices;
        this.directories = directories;
        this.testbeds =
                new LocalTestbedFactory(installation, directories.cache(), clock, ProcessorMeters.ofThisComputer());
        testbeds.killLeftovers();
        this.aws = new ProfileAccounts(installation.functionZip(), clock, new SecureRandom(), awsPauses);
    }

    @Override
    public synchronized RunStore store() throws StoreException {
        if (store == null) {
            if (databaseLibrary != null) {
                databaseLibrary.provide();
            }
            store = new DuckDbRunStore(directories.data(), presets.workloads().withImported());
            store.recovery().ifPresent(notices);
        }
        return store;
    }

    @Override
    public Presets presets() {
        return presets;
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
    public synchronized RunService runs() throws StoreException {
        if (runner == null) {
            runner = new ExperimentRunner(new ExperimentRunner.Services(
                    SdkLambdaInvoker::new,
                    store(),
                    clock,
                    leads,
                    new RunIdGenerator(clock, ZoneId.systemDefault(), new SecureRandom()),
                    presets,
                    AppVersion.facts()));
        }
        return runner;
    }

    @Override
    public AwsAccounts aws() {
        return aws;
    }

    /** Closes the runner first, because stopping a run still writes to the store. */
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
            } catch (StoreException e) {
                LOG.error("Error closing the run database", e);
            }
            store = null;
        }
    }
}
