package org.faasnetlab.run;

import org.faasnetlab.LabException;
import org.faasnetlab.plan.preset.Presets;
import org.faasnetlab.store.RunStore;
import org.faasnetlab.store.StoreException;
import org.faasnetlab.testbed.Testbed;
import org.faasnetlab.testbed.aws.AwsAccounts;
import org.faasnetlab.testbed.local.LocalTestbedSettings;

/** The facade for the window and the command line. Each part is created when it is first requested. */
public interface Lab extends AutoCloseable {

    /**
     * The run store, opened at the first call, which takes about half a second.
     *
     * @throws StoreException if it cannot be opened, for example because another instance has it
     */
    RunStore store() throws StoreException;

    /** The presets, and the plans of saved runs. */
    Presets presets();

    /** The default settings of a testbed on this computer. */
    LocalTestbedSettings localDefaults();

    /**
     * Starts a testbed on this computer; the caller closes it.
     *
     * @throws LabException if a requirement is missing, for example iperf3
     */
    Testbed startLocalTestbed(LocalTestbedSettings settings) throws LabException, InterruptedException;

    /** Accounts and testbeds on AWS. */
    AwsAccounts aws();

    /**
     * Starts and resumes runs, and records them in the store.
     *
     * @throws StoreException if the store cannot be opened
     */
    RunService runs() throws StoreException;

    /** Cancels the active run, terminates every process that was started and closes the store. */
    @Override
    void close();
}
